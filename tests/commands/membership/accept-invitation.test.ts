import { readFileSync } from 'node:fs';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { proposeFirstCharter } from '@/commands/charter/propose-first-charter';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { submitClaim } from '@/commands/claims/submit-claim';
import { acceptInvitation } from '@/commands/membership/accept-invitation';
import { changeAccount } from '@/commands/membership/change-account';
import { inviteMember } from '@/commands/membership/invite-member';
import { removeMember } from '@/commands/membership/remove-member';
import { revokeInvitation } from '@/commands/membership/revoke-invitation';
import { signIn } from '@/commands/membership/sign-in';
import type { Db, Tx } from '@/db/handle';
import { memberOfPerson } from '@/db/queries/member-of-person';
import { rows } from '@/db/rows';
import { events, memberships, outbox, people } from '@/db/schema';
import {
  answerOf,
  buildWorkspace,
  charterInput,
  claimInput,
  contextFor,
  contextOf,
  noon,
  type Person,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { acceptance, buildUnledWorkspace, invitationInput } from '@/tests/support/invite';
import { justBefore } from '@/tests/support/just-before';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const invite = async (db: Db, by: Person, partyId: string, changes: Record<string, unknown> = {}) => {
  const input = invitationInput(partyId, changes);
  return { ...answerOf(await inviteMember(contextFor(db, by), input)), email: input.email };
};
const hoursLater = (hours: number) => new Date(noon.getTime() + hours * 60 * 60 * 1000);
const accepting = (db: Db, link: string, changes: Record<string, unknown> = {}, now = noon) =>
  acceptInvitation(contextOf(db, { kind: 'public' }, { now }), acceptance(link, changes));

/** Whether another transaction of this database waits for a row. */
async function waits(tx: Tx): Promise<boolean> {
  const found = await tx.execute(
    sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows(found).length > 0;
}

describeOnBothDatabases('accepting an invitation', (open, kind) => {
  it('[M1] seats the invited person under the party and role that were offered, and lets them work at once', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const { link, email, id: invitationId } = await invite(db, north.moderators[0], north.id);
    const { personId } = answerOf(await accepting(db, link, { name: 'Third checker' }));
    expect(await lastEventOf(db, id)).toMatchObject({
      type: 'member.joined',
      subjectId: personId,
      facts: { role: 'checker', into: 'Northern desk' },
    });
    const member = await memberOfPerson({ personId, confirmedAt: noon }, db);
    expect(member).toMatchObject({ name: 'Third checker', role: 'checker', party: { id: north.id } });
    if (member !== undefined) expect((await submitClaim(contextOf(db, member), claimInput('It was so.'))).ok).toBe(true);
    const { password } = acceptance(link);
    const from = crypto.randomUUID();
    expect(answerOf(await signIn(contextOf(db, { kind: 'public' }), { email, password, from })).personId).toBe(personId);
    const [mail] = await db.select().from(outbox).where(eq(outbox.subjectId, invitationId));
    expect(mail).toMatchObject({ state: 'dropped', fault: 'called-off', sealed: null });
  });

  it('[M8] asks for the password of an account that came to be while this one was being made', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const { link, email } = await invite(db, north.moderators[0], north.id);
    const account = { email, passwordHash: 'another', name: 'Somebody', publicName: null, locale: 'en', createdAt: noon };
    const made = justBefore(db, () => db.insert(people).values({ ...account, id: crypto.randomUUID() }));
    const late = () => acceptInvitation(contextOf(made, { kind: 'public' }), acceptance(link));
    expect(await refusalOf(db, id, late)).toEqual({ code: 'wrong-credentials' });
    expect(await db.$count(people, eq(people.email, email))).toBe(1);
  });

  it('[M1] [M3] answers an unknown, used, revoked and outdated link alike, and lets none of them in', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [host] = north.moderators;
    const used = await invite(db, host, north.id);
    answerOf(await accepting(db, used.link));
    const revoked = await invite(db, host, north.id);
    answerOf(await revokeInvitation(contextFor(db, host), { invitationId: revoked.id }));
    const old = await invite(db, host, north.id);
    for (const [link, now] of [
      ['f'.repeat(64), noon],
      [used.link, noon],
      [revoked.link, noon],
      [old.link, hoursLater(72)],
    ] as const)
      expect(await refusalOf(db, id, () => accepting(db, link, {}, now))).toEqual({ code: 'invitation-invalid' });
    expect((await accepting(db, old.link, {}, new Date(hoursLater(72).getTime() - 1))).ok).toBe(true);
  });

  it('[M1] is taken by one of two who come at once', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const { link, email } = await invite(db, north.moderators[0], north.id);
    const answers = await Promise.all(['One', 'Other'].map((name) => accepting(db, link, { name })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.$count(people, eq(people.email, email))).toBe(1);
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'member.joined' });
  });

  it('[M4] outlives nothing: a steward’s offer ends when the party is led or the charter is in force', async () => {
    const db = await open();
    const { id, north, south, mission, steward } = await buildUnledWorkspace(db);
    const first = await invite(db, steward, south.id, { role: 'moderator' });
    const second = await invite(db, steward, south.id, { role: 'moderator' });
    const observer = await invite(db, steward, mission.id, { role: 'moderator' });
    const { personId } = answerOf(await accepting(db, first.link, { name: 'South' }));
    expect(await refusalOf(db, id, () => accepting(db, second.link))).toEqual({ code: 'invitation-invalid' });

    const leader = await memberOfPerson({ personId, confirmedAt: noon }, db);
    const { sha256 } = answerOf(await proposeFirstCharter(contextFor(db, north.moderator), charterInput()));
    answerOf(await ratifyCharter(contextFor(db, north.moderator), { sha256 }));
    if (leader !== undefined) answerOf(await ratifyCharter(contextOf(db, leader), { sha256 }));
    expect(await refusalOf(db, id, () => accepting(db, observer.link))).toEqual({ code: 'invitation-invalid' });
  });

  it('[M8] takes the password of an account that there is, and seats it once', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db);
    const [host] = north.moderators;
    const [gone] = north.checkers;
    answerOf(await removeMember(contextFor(db, host), { personId: gone.id }));
    const back = await invite(db, host, north.id, { email: gone.email });
    const wrong = () => accepting(db, back.link, { password: 'another long password' });
    expect(await refusalOf(db, id, wrong)).toEqual({ code: 'wrong-credentials' });
    expect(answerOf(await accepting(db, back.link, { name: 'First checker' })).personId).toBe(gone.id);
    expect(await db.$count(memberships, and(eq(memberships.personId, gone.id), isNull(memberships.endedAt)))).toBe(1);

    const taken = await invite(db, south.moderators[0], south.id, { email: gone.email });
    expect(await refusalOf(db, id, () => accepting(db, taken.link))).toEqual({ code: 'already-member' });
    const guesses = Array.from({ length: 4 }, () =>
      accepting(db, taken.link, { password: 'another long password', from: 'one address' }),
    );
    const codes = (await Promise.all(guesses)).map((answer) => (answer.ok ? 'ok' : answer.refusal.code));
    expect(codes).toContain('too-many-attempts');
  });

  it('[M8] seats an account at no second desk while it takes a seat at a first', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [leader, moved] = north.moderators;
    answerOf(await removeMember(contextFor(db, leader), { personId: moved.id }));
    const [first, second] = [await buildWorkspace(db), await buildWorkspace(db)];
    const { link } = await invite(db, second.north.moderators[0], second.north.id, { email: moved.email });
    let accepted: ReturnType<typeof accepting> | undefined;
    await db.transaction(async (tx) => {
      await tx.select({ id: people.id }).from(people).where(eq(people.id, moved.id)).for('update');
      const seat = { personId: moved.id, workspaceId: first.id, partyId: first.north.id, role: 'checker' as const };
      await tx.insert(memberships).values({ ...seat, id: crypto.randomUUID(), createdAt: noon });
      accepted = accepting(db, link);
      // On PGlite it waits for the whole transaction, and on PostgreSQL for the row.
      if (kind === 'postgres') await expect.poll(() => waits(tx)).toBe(true);
    });
    expect(await accepted).toEqual({ ok: false, refusal: { code: 'already-member' } });
  });

  it('[M8] [A8] takes away the public name of an earlier seat, which may be in another party’s name', async () => {
    const db = await open();
    const { north, south } = await buildWorkspace(db);
    const [gone] = north.moderators;
    const publicName = 'Speaker of the Northern desk';
    answerOf(await changeAccount(contextFor(db, gone), { publicName, locale: 'en' }));
    answerOf(await removeMember(contextFor(db, north.moderators[1]), { personId: gone.id }));
    const { link } = await invite(db, south.moderators[0], south.id, { email: gone.email, role: 'moderator' });
    const { personId } = answerOf(await accepting(db, link));
    const member = await memberOfPerson({ personId, confirmedAt: noon }, db);
    expect(member).toMatchObject({ publicName: null, party: { id: south.id } });
  });

  it('[M18] makes a new account for an address that the operator has freed, as docs/operating.md says', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [host] = north.moderators;
    const taken = await invite(db, host, north.id);
    const { personId: taker } = answerOf(await accepting(db, taken.link, { password: 'the password of the taker' }));
    answerOf(await removeMember(contextFor(db, host), { personId: taker }));
    const { link } = await invite(db, host, north.id, { email: taken.email });
    expect(await refusalOf(db, id, () => accepting(db, link))).toEqual({ code: 'wrong-credentials' });

    const [, statement = ''] = /```sql\n(update people .*)\n```/.exec(readFileSync('docs/operating.md', 'utf8')) ?? [];
    await db.execute(sql.raw(statement.replace('owner@example.org', taken.email)));
    const { personId: owner } = answerOf(await accepting(db, link));
    expect(owner).not.toBe(taker);
    const [old] = await db.select().from(people).where(eq(people.id, taker));
    expect(old?.email).toBe(`${taker}@freed.invalid`);
  });

  it('[M13] is told of the person who took the seat, whoever is signed in in that browser', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db);
    const { link } = await invite(db, north.moderators[0], north.id);
    const { personId } = answerOf(await acceptInvitation(contextFor(db, south.moderators[0]), acceptance(link)));
    const told = await db
      .select()
      .from(events)
      .where(and(eq(events.workspaceId, id), eq(events.type, 'member.joined')));
    expect(told).toMatchObject([{ personId, partyId: north.id, subjectId: personId }]);
  });

  it('[M8] [A8] answers a borrowed name alike whether the address has an account or not', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db);
    const [host] = north.moderators;
    const links = [
      (await invite(db, host, north.id)).link,
      (await invite(db, host, north.id, { email: south.checkers[0].email })).link,
    ];
    for (const link of links)
      expect(
        await refusalOf(db, id, () => accepting(db, link, { name: 'Southern desk', password: 'no password of theirs' })),
      ).toMatchObject({ code: 'invalid-input', issues: [{ field: 'name', code: 'name-of-party', party: 'Southern desk' }] });
  });

  it('[A8] [A10] refuses a name of another party, one of two lines, a short password and what is no link, and keeps the invitation open', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const { link } = await invite(db, north.moderators[0], north.id);
    for (const changes of [
      { name: 'Southern desk' },
      { name: 'Newcomer\n\nThis desk has moved: https://elsewhere.example' },
      { name: ' ' },
      { password: 'elevenchars' },
      { token: '' },
      { role: 'moderator' },
    ])
      expect((await refusalOf(db, id, () => accepting(db, link, changes))).code).toBe('invalid-input');
    expect((await accepting(db, link)).ok).toBe(true);
  });
});
