import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { acceptQuestion } from '@/commands/claims/accept-question';
import { assignClaim } from '@/commands/claims/assign-claim';
import { closeClaim } from '@/commands/claims/close-claim';
import { openClaim } from '@/commands/claims/open-claim';
import { setDueDate } from '@/commands/claims/set-due-date';
import { submitClaim } from '@/commands/claims/submit-claim';
import type { Db } from '@/db/handle';
import { claimList, claimsPerPage } from '@/db/queries/desk/claim-list';
import { claimStages } from '@/db/queries/desk/claim-stages';
import { claimsOfDesk } from '@/db/queries/desk/claims-of-desk';
import { waitingCounts } from '@/db/queries/desk/waiting-counts';
import { claims, revisions } from '@/db/schema';
import { type ListCursor, readView } from '@/domain/claim/list-view';
import { stageOf } from '@/domain/claim/stage';
import { questionDigest } from '@/domain/record/canonical';
import { emptyTexts } from '@/domain/record/draft';
import { keepProjection } from '@/server/collab/keep-projection';
import {
  actorFor,
  answerOf,
  buildClaim,
  buildOpenClaim,
  buildSource,
  buildWorkspace,
  claimInput,
  contextFor,
  noon,
  type Person,
  writeRecord,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { keepHeads, readerFor } from '@/tests/support/list-reader';
import { hoursIn } from '@/tests/support/rounds';
import { buildRevision, dissent, sign } from '@/tests/support/sign';

const reason = 'An opinion, which nobody can check.';

async function list(db: Db, person: Person, address: string, cursor?: ListCursor) {
  return claimList({ reader: await readerFor(db, person), view: readView(new URLSearchParams(address)), cursor }, db);
}

/** The numbers of the claims that a view shows this person, in its order. */
async function numbers(db: Db, person: Person, address: string): Promise<number[]> {
  const { claimIds } = await list(db, person, address);
  return (await claimsOfDesk({ member: actorFor(person), claimIds, now: noon }, db)).map(({ number }) => number);
}

describeOnBothDatabases('the list of claims', (open) => {
  it('[L23] finds what is in mediation and what cools off, which are parts of signing, and says until when', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const { north, south } = workspace;
    const [waiting, cooling] = [await buildRevision(db, workspace), await buildRevision(db, workspace)];
    for (const desk of [north, south]) answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, cooling));
    const found = async (stage: string, now: Date) => {
      const reader = { ...(await readerFor(db, north.moderators[0])), now };
      const view = readView(new URLSearchParams({ stage }));
      return (await claimList({ reader, view, cursor: undefined }, db)).claimIds;
    };
    expect((await found('signing', noon)).toSorted()).toEqual([waiting.claimId, cooling.claimId].toSorted());
    expect(await found('cooling-off', noon)).toEqual([cooling.claimId]);
    expect([await found('mediation', hoursIn(167)), await found('mediation', hoursIn(168))]).toEqual([[], [waiting.claimId]]);
    const member = actorFor(north.moderators[0]);
    const said = await claimsOfDesk({ member, claimIds: [waiting.claimId, cooling.claimId], now: hoursIn(1) }, db);
    expect(said.map(({ clock }) => clock)).toEqual([
      { is: 'signing', until: hoursIn(168) },
      { is: 'cooling-off', until: hoursIn(24) },
    ]);
  });

  it('[D1] [D2] [L6] says what waits for whom as the rules do, in every stage', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission, steward } = workspace;
    const waits = async (person: Person) => {
      const shown = { me: [0], us: [0], others: [0] };
      for (const who of ['me', 'us', 'others'] as const)
        shown[who] = await numbers(db, person, `waits=${who}&sort=number&order=reversed`);
      // The numbers beside the views are those of the lists.
      const { me, us, others } = await waitingCounts({ reader: await readerFor(db, person) }, db);
      expect({ me, us, others }).toEqual({ me: shown.me.length, us: shown.us.length, others: shown.others.length });
      return shown;
    };

    // 1 waits for triage by either side, 2 for nothing, 3 for the south's word on a source, 4 for the north's on the question.
    await buildClaim(db, workspace);
    const idle = await buildOpenClaim(db, workspace);
    const sourced = await buildOpenClaim(db, workspace);
    await buildSource(db, north.checkers[0], sourced.id);
    const asked = await buildOpenClaim(db, workspace);
    const seq = await writeRecord(db, south.checkers[0], asked.id, { texts: { question: 'Did it hold?' } });
    await keepHeads(db, south.checkers[0], asked.id, seq);
    answerOf(
      await acceptQuestion(contextFor(db, south.checkers[0]), {
        claimId: asked.id,
        questionSha256: questionDigest('Did it hold?'),
      }),
    );
    // 5 is signed by the south alone, 6 went back to the north, who proposed it, 7 is closed.
    const half = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, half));
    const returned = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, returned, dissent));
    const closed = await buildClaim(db, workspace);
    answerOf(await closeClaim(contextFor(db, north.checkers[0]), { claimId: closed.id, as: 'not-checkable', reason }));

    expect(await waits(north.moderators[0])).toEqual({ me: [1, 4, 5, 6], us: [1, 4, 5, 6], others: [3] });
    // A checker signs nothing, so the signature that is missing waits for the party and not for them.
    expect(await waits(north.checkers[0])).toEqual({ me: [1, 4, 6], us: [1, 4, 5, 6], others: [3] });
    expect(await waits(south.moderators[1])).toEqual({ me: [1, 3], us: [1, 3], others: [4, 5, 6] });
    expect(await waits(mission.observers[0])).toEqual({ me: [], us: [], others: [1, 3, 4, 5, 6] });
    expect(await waits(steward)).toEqual({ me: [], us: [], others: [1, 3, 4, 5, 6] });
    expect(await numbers(db, mission.observers[0], `waits=${south.id}&sort=number`)).toEqual([3, 1]);

    // The stage in SQL is the stage of the rules.
    const stages = async (stage: string) => (await numbers(db, north.checkers[0], `stage=${stage}&sort=number`)).reverse();
    expect(await stages('submitted')).toEqual([1]);
    expect(await stages('open')).toEqual([2, 3, 4, 6]);
    expect(await stages('signing')).toEqual([5]);
    expect(await stages('closed')).toEqual([7]);
    answerOf(await sign(contextFor(db, north.moderators[1]), workspace, half));
    expect(await stages('published')).toEqual([5]);
    const { counts } = await list(db, north.checkers[0], '');
    expect(counts).toEqual({ submitted: 1, open: 4, published: 1, closed: 1 });
    const bySql = new Map(
      (await claimStages({ workspaceId: workspace.id, before: undefined }, db)).items.map((row) => [row.number, row.stage]),
    );
    for (const claim of await db.select().from(claims).where(eq(claims.workspaceId, workspace.id))) {
      const made = await db.select({ state: revisions.state }).from(revisions).where(eq(revisions.claimId, claim.id));
      expect(bySql.get(claim.number), `claim ${claim.number}`).toBe(stageOf({ state: claim.state, revisions: made }));
    }
    expect(idle.number).toBe(2);
  });

  it('[D5] finds by number, by wording and by what the record says now, in four languages, and never in notes', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const find = (q: string) => numbers(db, south.checkers[0], `q=${encodeURIComponent(q)}&sort=number&order=reversed`);
    const submit = (wording: string, language: string) =>
      submitClaim(contextFor(db, north.checkers[0]), { ...claimInput(wording), language }).then(answerOf);
    const english = await submit('The ceasefires after the 2020 Doha talks held for 18 months.', 'en');
    await submit('Перемир’я тривало півтора року після переговорів.', 'uk');
    await submit('Le cessez-le-feu a duré après les négociations.', 'fr');
    await submit('استمرت الهدنة ثمانية عشر شهرًا بعد المفاوضات.', 'ar');
    expect([await find('doha ceasefire'), await find('переговори'), await find('NEGOCIATION'), await find('هدنه')]).toEqual([
      [1],
      [2],
      [3],
      [4],
    ]);
    expect([await find('#3'), await find('2'), await find('18')]).toEqual([[3], [2], [1]]);
    expect([await find('doha oslo'), await find("' or 1=1 --"), await find('%'), await find('…')]).toEqual([[], [], [], []]);
    expect(await numbers(db, south.checkers[0], 'language=uk')).toEqual([2]);

    answerOf(await openClaim(contextFor(db, north.checkers[0]), { claimId: english.id, statement: 'fact' }));
    const texts = {
      question: 'Did violence stop?',
      title: 'A lasting truce',
      claimText: 'It held.',
      summary: 'Wholly secret summary.',
    };
    const seq = await writeRecord(db, north.checkers[0], english.id, { texts });
    await keepHeads(db, north.checkers[0], english.id, seq);
    for (const q of ['violence', 'truces', 'held', 'doha']) expect(await find(q), q).toEqual([1]);
    expect(await find('wholly')).toEqual([]);
    // The database itself keeps nothing of a note that could be searched.
    const document = `claims/${english.id}/notes/${north.id}`;
    const draft = { texts: { en: { ...emptyTexts, question: 'Whispered?' } }, fields: {} };
    await expect(keepProjection(db, { document, workspaceId: workspace.id, seq: 1, draft, at: noon })).rejects.toThrow();
    expect(await find('whispered')).toEqual([]);
    // Another workspace finds its own claims only.
    const stranger = await buildWorkspace(db);
    expect(await numbers(db, stranger.north.checkers[0], 'q=doha')).toEqual([]);
  });

  it('[D3] [D4] filters by the day it is due and by who has it in hand', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const context = contextFor(db, north.checkers[0]);
    const made: string[] = [];
    // Noon of 2 March is "today" here.
    for (const dueOn of ['2026-03-01', '2026-03-02', '2026-03-09', '2026-03-10', null]) {
      const { id: claimId } = await buildClaim(db, workspace);
      made.push(claimId);
      if (dueOn !== null) answerOf(await setDueDate(context, { claimId, dueOn }));
    }
    const [first = '', second = ''] = made;
    const due = (filter: string, person = north.checkers[0]) => numbers(db, person, `due=${filter}&sort=due`);
    expect([await due('overdue'), await due('week'), await due('none')]).toEqual([[1], [2, 3], [5]]);
    expect(await numbers(db, north.checkers[0], 'sort=due')).toEqual([1, 2, 3, 4, 5]);
    expect(await numbers(db, north.checkers[0], 'sort=due&order=reversed')).toEqual([5, 4, 3, 2, 1]);
    answerOf(await closeClaim(context, { claimId: first, as: 'not-checkable', reason }));
    expect(await due('overdue')).toEqual([]);

    const changedBefore = await numbers(db, south.checkers[0], 'sort=changed');
    const later = contextFor(db, north.checkers[0], { now: new Date(noon.getTime() + 1) });
    answerOf(await assignClaim(later, { claimId: second, personId: north.checkers[1].id }));
    expect(await numbers(db, north.checkers[1], 'mine=1')).toEqual([2]);
    for (const person of [north.checkers[0], south.checkers[0]]) expect(await numbers(db, person, 'mine=1')).toEqual([]);
    const assignee = async (person: Person) =>
      (await claimsOfDesk({ member: actorFor(person), claimIds: [second], now: noon }, db))[0]?.assignee?.name;
    expect([await assignee(north.moderators[0]), await assignee(south.moderators[0])]).toEqual([
      north.checkers[1].name,
      undefined,
    ]);
    // It moves the claim up for those who may know, and leaves every other party's list as it was.
    expect((await numbers(db, north.checkers[0], 'sort=changed'))[0]).toBe(2);
    expect(await numbers(db, south.checkers[0], 'sort=changed')).toEqual(changedBefore);
  });

  it('[D6] [T31] goes through every claim once, forwards and backwards, in every order', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const count = 2 * claimsPerPage + 2;
    const made = [await buildClaim(db, workspace), await buildClaim(db, workspace)];
    const [row] = await db
      .select()
      .from(claims)
      .where(eq(claims.id, made[0]?.id ?? ''));
    if (row === undefined) throw new Error('The claim was just made.');
    // The others without an event, so that many have one place by what changed last, and only their numbers tell them apart.
    const closed = { state: 'closed', closedAs: 'not-checkable', closedReason: reason } as const;
    const others = Array.from({ length: count - 2 }, (_, index) => index + 3).map((number) => ({
      ...{ ...row, id: v7(), number },
      dueOn: number % 3 === 0 ? `2026-03-${String(1 + (number % 28)).padStart(2, '0')}` : null,
      ...(number % 5 === 0 ? closed : {}),
    }));
    await db.insert(claims).values(others);
    for (const sort of ['stage', 'changed', 'due', 'number']) {
      for (const order of ['', '&order=reversed']) {
        const pages: string[][] = [];
        const edges: ListCursor[] = [];
        let cursor: ListCursor | undefined;
        let toLast: ListCursor | undefined;
        do {
          const page = await list(db, workspace.south.checkers[0], `sort=${sort}${order}`, cursor);
          pages.push(page.claimIds);
          expect(page.previous === undefined).toBe(cursor === undefined);
          cursor = page.next;
          toLast = page.previous;
          edges.push(...[page.previous, page.next].filter((edge) => edge !== undefined));
        } while (cursor !== undefined);
        expect(
          pages.map(({ length }) => length),
          sort,
        ).toEqual([claimsPerPage, claimsPerPage, 2]);
        expect(new Set(pages.flat()).size, sort).toBe(count);
        // Never by the number of an event: its gaps would tell what others did (THREAT_MODEL T31).
        const byChange = sort === 'stage' ? 1 : sort === 'changed' ? 0 : 2;
        for (const { keys } of edges) expect([-noon.getTime(), 0, noon.getTime()], sort).toContain(keys[byChange]);

        const back = await list(db, workspace.south.checkers[0], `sort=${sort}${order}`, toLast);
        expect(back.claimIds).toEqual(pages[1]);
        const top = await list(db, workspace.south.checkers[0], `sort=${sort}${order}`, back.previous);
        expect([top.claimIds, top.previous]).toEqual([pages[0], undefined]);
      }
    }
  });
});
