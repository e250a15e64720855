import { randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { reopenClaim } from '@/commands/claims/reopen-claim';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import { withdrawSignOff } from '@/commands/signoffs/withdraw-sign-off';
import type { Db } from '@/db/handle';
import { stands } from '@/db/queries/stands';
import { revisions, signOffs, sources, verdicts } from '@/db/schema';
import { FrozenRecord } from '@/domain/record/frozen-record';
import type { Result } from '@/domain/result';
import { buildWorkspace, contextFor, type Person, type Workspace, writeRecord } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildSignable, dissent, propose, sign } from '@/tests/support/sign';

type Kind =
  | 'propose'
  | 'approve'
  | 'dissent'
  | 'abstain'
  | 'take-back'
  | 'withdraw'
  | 'write'
  | 'stale-approve'
  | 'close'
  | 'reopen';
type Move = { kind: Kind; by: number };

/** Places in the list of people below: moderators first, then checkers, an observer, and the steward. */
const moderator = fc.nat(3);
const checker = fc.integer({ min: 4, max: 7 });
const anybody = fc.nat(9);

function often(kind: Kind, weight: number, by: fc.Arbitrary<number>): { weight: number; arbitrary: fc.Arbitrary<Move> } {
  return { weight, arbitrary: fc.record<Move>({ kind: fc.constant(kind), by }) };
}

/** Proposing and approving come up most, mostly by those who may, so that many runs get as far as a publication; all of it by anybody as well. */
const moves = fc.array(
  fc.oneof(
    often('approve', 12, moderator),
    often('propose', 5, checker),
    often('approve', 2, anybody),
    often('propose', 2, anybody),
    ...(['dissent', 'abstain', 'take-back', 'withdraw', 'write', 'stale-approve', 'close', 'reopen'] as const).map((kind) =>
      often(kind, 1, anybody),
    ),
  ),
  { minLength: 8, maxLength: 16 },
);

/** Plays moves of all kinds of people through the real commands. Answers how many were refused. */
async function play(db: Db, workspace: Workspace, claimId: string, played: Move[]): Promise<number> {
  const { north, south, mission, steward } = workspace;
  const people: Person[] = [...north.moderators, ...south.moderators, ...north.checkers, ...south.checkers, mission.observers[0]];
  const seen: { id: string; sha256: string }[] = [];
  let refused = 0;
  const count = <T>(result: Result<T>) => {
    if (!result.ok) refused += 1;
    return result;
  };
  const reason = 'It needs another look at its sources.';
  for (const { kind, by } of played) {
    const person = people[by] ?? steward;
    const context = contextFor(db, person);
    const newest = seen.at(-1);
    if (kind === 'propose') {
      const proposed = count(await propose(context, claimId));
      if (proposed.ok) seen.push(proposed.value);
    } else if (kind === 'write') {
      if (person.party?.standing === 'signing')
        await writeRecord(db, person, claimId, { texts: { summary: `A summary by ${person.name}.` } });
    } else if (kind === 'close') count(await closeClaim(context, { claimId, as: 'not-checkable', reason }));
    else if (kind === 'reopen') count(await reopenClaim(context, { claimId, reason }));
    else if (newest === undefined) continue;
    else if (kind === 'take-back') count(await withdrawSignOff(context, { revisionId: newest.id, reason }));
    else if (kind === 'withdraw') count(await withdrawRevision(context, { revisionId: newest.id, reason }));
    else if (kind === 'stale-approve') count(await sign(context, workspace, { id: newest.id, sha256: seen[0]?.sha256 ?? '' }));
    else count(await sign(context, workspace, newest, kind === 'approve' ? {} : { ...dissent, decision: kind }));
  }
  return refused;
}

/** Everything a publication needs, read from the tables by a path that shares no code with the gate. */
async function expectLawful(db: Db, workspace: Workspace, claimId: string): Promise<void> {
  const rows = await db.select().from(revisions).where(eq(revisions.claimId, claimId));
  const published = rows.filter((row) => row.state === 'published' || row.state === 'superseded');
  for (const revision of published) {
    const made = await db
      .select()
      .from(signOffs)
      .where(and(eq(signOffs.revisionId, revision.id), stands));
    const dissents = made.some((row) => row.decision === 'dissent' || row.decision === 'object');
    expect(revision.outcome).toBe(dissents ? 'with-dissent' : 'joint');
    for (const desk of [workspace.north, workspace.south]) {
      const approvals = made.filter((row) => row.partyId === desk.id && row.decision.startsWith('approve'));
      expect(approvals.length).toBeGreaterThan(0);
      for (const { personId, bytes } of approvals) {
        expect(personId).not.toBe(revision.proposedBy);
        expect(new TextDecoder().decode(bytes)).toContain(`"recordSha256":"${revision.sha256}"`);
      }
    }
    const record = FrozenRecord.parse(JSON.parse(new TextDecoder().decode(revision.bytes)));
    expect(record.sources.length).toBeGreaterThanOrEqual(2);
    const accepted = await db.select().from(sources).where(eq(sources.claimId, claimId));
    for (const source of record.sources)
      expect(accepted.find((row) => row.id === source.id)?.decidedByParty).not.toBe(source.attachedBy);
  }
  const shown = await db.select().from(verdicts).where(eq(verdicts.claimId, claimId));
  expect(shown.length).toBe(published.length > 0 ? 1 : 0);
  expect(rows.filter((row) => row.state === 'published').length).toBe(shown.length);
  expect(rows.filter((row) => row.state === 'signing').length).toBeLessThanOrEqual(1);
}

describeOnBothDatabases('any order of commands', (open) => {
  it('[L9] [C21] [C20] reaches no publication that the charter forbids', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const seed = randomInt(2 ** 31);
    let published = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(moves, async (played) => {
        const claim = await buildSignable(db, workspace);
        refused += await play(db, workspace, claim.id, played);
        await expectLawful(db, workspace, claim.id);
        published += await db.$count(verdicts, eq(verdicts.claimId, claim.id));
      }),
      { numRuns: 18, endOnFailure: true, seed },
    );
    // Both have happened: a property of runs that never publish, or are never refused, would say nothing.
    expect(published, `runs that published, with the seed ${seed}`).toBeGreaterThan(0);
    expect(refused, `commands that were refused, with the seed ${seed}`).toBeGreaterThan(10);
  });
});
