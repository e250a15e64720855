import { expect, it } from 'vitest';
import { withTransaction } from '@/commands/command';
import { loadRevision } from '@/commands/revisions/load-revision';
import { actorFor, answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision } from '@/tests/support/sign';

describeOnBothDatabases('loading a revision', (open) => {
  it('[A3] gives one of the member’s workspace with its claim, and no other', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const context = contextFor(db, workspace.south.checkers[0]);
    const load = (member = actorFor(workspace.south.checkers[0]), id = revision.id) =>
      withTransaction(context, (tx) => loadRevision(tx, member, id));
    expect(answerOf(await load())).toMatchObject({
      claim: { id: revision.claimId, state: 'open' },
      revision: { id: revision.id, sha256: revision.sha256, state: 'signing' },
    });
    const unknown = { ok: false, refusal: { code: 'not-found' } };
    expect(await load(actorFor((await buildWorkspace(db)).north.moderators[0]))).toEqual(unknown);
    expect(await load(undefined, context.newId())).toEqual(unknown);
  });
});
