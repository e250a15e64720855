import { expect, it } from 'vitest';
import { acceptSource } from '@/commands/sources/accept-source';
import { withdrawSource } from '@/commands/sources/withdraw-source';
import type { Db } from '@/db/handle';
import { fileOfSource } from '@/db/queries/file-of-source';
import { publishedFile } from '@/db/queries/public/published-file';
import { answerOf, buildFile, buildSource, buildWorkspace, contextFor, type Workspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildSignable, propose, sign } from '@/tests/support/sign';

const text = 'Of the ceasefires that held, 68 per cent had two tracks.';

async function attachFile(db: Db, { north, south }: Workspace, claimId: string, words: string, accepted: boolean) {
  const fileSha256 = await buildFile(db, north.checkers[0], words);
  const { id } = await buildSource(db, north.checkers[0], claimId, { kind: 'file', fileSha256 });
  if (accepted) answerOf(await acceptSource(contextFor(db, south.checkers[1]), { sourceId: id, grading: 1 }));
  return { id, fileSha256 };
}

describeOnBothDatabases('the file of a source', (open) => {
  it('[F5] [F8] [T18] is read by everybody once a revision that holds the source is published, and no other file is', async () => {
    const db = await open();
    const [workspace, stranger] = [await buildWorkspace(db), await buildWorkspace(db)];
    const { north, south } = workspace;
    const { id: claimId } = await buildSignable(db, workspace);
    const [held, proposed] = [
      await attachFile(db, workspace, claimId, text, true),
      await attachFile(db, workspace, claimId, 'Nobody accepted this.', false),
    ];
    const revision = answerOf(await propose(contextFor(db, north.checkers[0]), claimId));
    answerOf(await sign(contextFor(db, north.moderators[0]), workspace, revision));
    const late = await attachFile(db, workspace, claimId, 'Accepted after the freeze.', true);
    const seen = async (sourceId: string) => (await publishedFile({ sourceId }, db))?.sha256;
    expect(await seen(held.id)).toBeUndefined();
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision));
    expect(await publishedFile({ sourceId: held.id }, db)).toMatchObject({
      sha256: held.fileSha256,
      mediaType: 'text/plain',
      sizeBytes: text.length,
    });
    for (const { id } of [proposed, late]) expect(await seen(id)).toBeUndefined();
    // What was signed stays, whatever becomes of the source.
    answerOf(await withdrawSource(contextFor(db, north.checkers[0]), { sourceId: held.id }));
    expect(await seen(held.id)).toBe(held.fileSha256);
    const member = { sourceId: proposed.id, workspaceId: workspace.id };
    expect((await fileOfSource(member, db))?.sha256).toBe(proposed.fileSha256);
    expect(await fileOfSource({ ...member, workspaceId: stranger.id }, db)).toBeUndefined();
  });
});
