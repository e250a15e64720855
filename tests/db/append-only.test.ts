import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { answerOf, buildFile, buildOpenClaim, buildSource, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, sign } from '@/tests/support/sign';

const writtenOnce: Record<string, string> = {
  events: 'type = type',
  document_updates: 'update = update',
  sign_offs: 'bytes = bytes',
  sign_off_proofs: 'kind = kind',
  charter_ratifications: 'sha256 = sha256',
  objects: 'key = key',
  revision_authors: 'characters = characters',
  revisions: "bytes = ''",
  charter_versions: "bytes = ''",
};

describeOnBothDatabases('what is written once', (open) => {
  it('[T13] is neither changed nor deleted by a statement, in any table that holds evidence', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { checkers, moderators } = workspace.north;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const fileSha256 = await buildFile(db, checkers[0], 'An article.');
    await buildSource(db, checkers[0], claimId, { kind: 'file', fileSha256 });
    answerOf(await sign(contextFor(db, moderators[0]), workspace, await buildRevision(db, workspace)));
    for (const [table, change] of Object.entries(writtenOnce)) {
      for (const statement of [`update ${table} set ${change}`, `delete from ${table}`]) {
        await expect(db.execute(sql.raw(statement)), statement).rejects.toMatchObject({
          cause: { message: expect.stringMatching(/append-only|not change/) },
        });
      }
    }
  });

  it('[T10] gives private notes no projection, whatever code asks for one', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const notes = `claims/${id}/notes/${north.id}`;
    const statement = sql`insert into document_projections (document, workspace_id, seq, draft, at) values (${notes}, ${id}, 1, '{}', now())`;
    await expect(db.execute(statement)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('document_projections_never_of_notes') },
    });
  });
});
