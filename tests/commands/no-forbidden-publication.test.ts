import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import type { Db } from '@/db/handle';
import { revisions, signOffs, sources, verdicts } from '@/db/schema';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { buildWorkspace, contextFor, type Person, type Workspace, writeRecord } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildSignable, dissent, propose, sign } from '@/tests/support/sign';

type Move = { kind: 'propose' | 'approve' | 'dissent' | 'abstain' | 'withdraw' | 'write' | 'stale-approve'; by: number };

const moves = fc.array(
  fc.record<Move>({
    kind: fc.constantFrom('propose', 'approve', 'approve', 'dissent', 'abstain', 'withdraw', 'write', 'stale-approve'),
    by: fc.nat(8),
  }),
  { minLength: 3, maxLength: 14 },
);

/** Plays moves of all kinds of people through the real commands, refused or not. */
async function play(db: Db, workspace: Workspace, claimId: string, played: Move[]): Promise<void> {
  const { north, south, mission, steward } = workspace;
  const people: Person[] = [...north.moderators, ...south.moderators, ...north.checkers, ...south.checkers, mission.observers[0]];
  const seen: { id: string; sha256: string }[] = [];
  for (const { kind, by } of played) {
    const person = people[by] ?? steward;
    const context = contextFor(db, person);
    const newest = seen.at(-1);
    if (kind === 'propose') {
      const proposed = await propose(context, claimId);
      if (proposed.ok) seen.push(proposed.value);
    } else if (kind === 'write') {
      if (person.party?.standing === 'signing')
        await writeRecord(db, person, claimId, { texts: { summary: `A summary by ${person.name}.` } });
    } else if (newest === undefined) continue;
    else if (kind === 'withdraw')
      await withdrawRevision(context, { revisionId: newest.id, reason: 'It needs another look at its sources.' });
    else if (kind === 'stale-approve') await sign(context, workspace, { id: newest.id, sha256: seen[0]?.sha256 ?? '' });
    else await sign(context, workspace, newest, kind === 'approve' ? {} : { ...dissent, decision: kind });
  }
}

/** Everything a publication needs, read from the tables by a path that shares no code with the gate. */
async function expectLawful(db: Db, workspace: Workspace, claimId: string): Promise<void> {
  const rows = await db.select().from(revisions).where(eq(revisions.claimId, claimId));
  const published = rows.filter((row) => row.state === 'published' || row.state === 'superseded');
  for (const revision of published) {
    const made = await db.select().from(signOffs).where(eq(signOffs.revisionId, revision.id));
    expect(made.some((row) => row.decision === 'dissent')).toBe(false);
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
    let publications = 0;
    await fc.assert(
      fc.asyncProperty(moves, async (played) => {
        const claim = await buildSignable(db, workspace);
        await play(db, workspace, claim.id, played);
        await expectLawful(db, workspace, claim.id);
        publications += await db.$count(verdicts, eq(verdicts.claimId, claim.id));
      }),
      { numRuns: 25, endOnFailure: true },
    );
    // A lawful path, so that the property is not true for want of publications.
    const claim = await buildSignable(db, workspace);
    await play(db, workspace, claim.id, [
      { kind: 'propose', by: 4 },
      { kind: 'approve', by: 0 },
      { kind: 'approve', by: 2 },
    ]);
    await expectLawful(db, workspace, claim.id);
    publications += await db.$count(verdicts, eq(verdicts.claimId, claim.id));
    expect(publications).toBeGreaterThan(0);
  });
});
