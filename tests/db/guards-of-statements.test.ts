import { eq, type SQL, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Db } from '@/db/handle';
import { attestations, transparencyStatements } from '@/db/schema';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { newId } from '@/platform/new-id';
import { attest } from '@/tests/support/attest';
import { answerOf, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, sign } from '@/tests/support/sign';
import { buildStatements } from '@/tests/support/transparency';

/** What the database says to a statement: the message of its refusal, or that it was done. A statement that is done is undone. */
async function answerTo(db: Db, statement: SQL): Promise<string> {
  const undo = new Error('undo');
  try {
    await db.transaction(async (tx) => {
      await tx.execute(statement);
      throw undo;
    });
  } catch (thrown) {
    if (thrown === undo) return 'done';
    const { cause } = thrown as { cause?: { message?: string } };
    return cause?.message ?? String(thrown);
  }
  return 'done';
}

describeOnBothDatabases('what the database refuses by itself', (open) => {
  it('[C40] is a publication by who goes round the commands, while a statement is missing or old', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { transparencyDays: 30, coolingOffHours: 24 } });
    const revision = await buildRevision(db, workspace);
    for (const desk of [workspace.north, workspace.south])
      answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, revision));
    const tomorrow = new Date(noon.getTime() + 24 * 60 * 60 * 1000);
    const publish = sql`update revisions set state = 'published', published_at = ${tomorrow.toISOString()}::timestamptz where id = ${revision.id}`;
    const refusal = /a desk publishes when what it says about itself is there and fresh/;
    expect(await answerTo(db, publish)).toMatch(refusal);
    await buildStatements(db, workspace, { now: new Date(noon.getTime() - 29.5 * 24 * 60 * 60 * 1000) });
    expect(await answerTo(db, publish)).toMatch(refusal);
    await buildStatements(db, workspace);
    expect(await answerTo(db, publish)).toBe('done');
  });

  it('[TR1] [TR2] [TR5] is other words under a confirmation, another party’s word, and the end of either', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    await buildStatements(db, workspace);
    const [own] = await db.select().from(transparencyStatements).where(eq(transparencyStatements.partyId, north.id));
    if (own === undefined) throw new Error('There is no statement of the Northern desk.');
    const confirmation = (partyId: string) =>
      sql`insert into transparency_confirmations (id, workspace_id, statement_id, party_id, person_id, at)
        values (${newId()}, ${workspace.id}, ${own.id}, ${partyId}, ${south.moderators[0].id}, ${noon.toISOString()}::timestamptz)`;
    expect(await answerTo(db, confirmation(north.id))).toBe('done');
    expect(await answerTo(db, confirmation(south.id))).toMatch(/a party confirms its own words/);
    for (const statement of [
      sql`update transparency_statements set text = 'Other words.' where id = ${own.id}`,
      sql`delete from transparency_statements where id = ${own.id}`,
      sql`update transparency_confirmations set at = now() where statement_id = ${own.id}`,
      sql`delete from transparency_confirmations where statement_id = ${own.id}`,
      sql`truncate transparency_confirmations`,
      sql`insert into transparency_statements select ${newId()}::uuid, workspace_id, section, ${south.id}::uuid, 9, text, written_by, written_by_party, at from transparency_statements where id = ${own.id}`,
    ])
      expect(await answerTo(db, statement)).not.toBe('done');
  });

  it('[AT1] [AT2] [AT3] is an attestation of who does not observe, one that its bytes do not say, and a change of one', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, mission } = workspace;
    const revision = await buildRevision(db, workspace);
    answerOf(await attest(contextFor(db, mission.observers[0]), workspace, revision));
    const [made] = await db.select().from(attestations).where(eq(attestations.revisionId, revision.id));
    if (made === undefined) throw new Error('There is no attestation.');
    const other = await buildRevision(db, workspace);
    const says = JSON.parse(new TextDecoder().decode(made.bytes));
    const asked = async (change: Partial<typeof made>, said: Record<string, unknown> = {}) => {
      const bytes = canonicalBytes({ ...says, revision: other.id, recordSha256: other.sha256, ...said });
      const row = { ...made, id: newId(), revisionId: other.id, bytes, sha256: digestOf(bytes), ...change };
      const undo = new Error('undo');
      return db
        .transaction(async (tx) => {
          await tx.insert(attestations).values(row);
          throw undo;
        })
        .catch((thrown: Error & { cause?: { message?: string } }) => (thrown === undo ? 'done' : (thrown.cause?.message ?? '')));
    };
    expect(await asked({})).toBe('done');
    expect(await asked({ partyId: north.id }, { party: north.id })).toMatch(/an observing party attests/);
    expect(await asked({}, { recordSha256: revision.sha256 })).toMatch(/an observing party attests/);
    expect(await asked({ moment: 'after-publication' }, { moment: 'after-publication' })).toMatch(/an observing party attests/);
    expect(await asked({ procedure: 'not-followed', words: 'x'.repeat(40), cites: 'C10' })).toMatch(/is what its statement says/);
    expect(await asked({}, { type: 'sign-off' })).toMatch(/is what its statement says/);
    expect(await answerTo(db, sql`update attestations set signer_name = 'X' where id = ${made.id}`)).not.toBe('done');
    expect(await answerTo(db, sql`delete from attestations where id = ${made.id}`)).not.toBe('done');
  });
});
