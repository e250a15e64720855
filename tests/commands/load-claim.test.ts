import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { withTransaction } from '@/commands/command';
import { loadClaim, loadOpenClaim } from '@/commands/load-claim';
import { actorFor, answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';

describeOnBothDatabases('loading a claim', (open) => {
  it('[A3] gives one of the member’s workspace, and for an unknown or a foreign one the same answer', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, number } = await buildClaim(db, workspace);
    const context = contextFor(db, workspace.south.checkers[0]);
    const member = actorFor(workspace.south.checkers[0]);
    const load = (who = member, claimId = id) => withTransaction(context, (tx) => loadClaim(tx, who, claimId));
    expect(answerOf(await load())).toMatchObject({ id, number, state: 'submitted' });
    const unknown = { ok: false, refusal: { code: 'not-found' } };
    expect(await load(actorFor((await buildWorkspace(db)).north.moderators[0]))).toEqual(unknown);
    expect(await load(member, context.newId())).toEqual(unknown);
  });

  it('gives an open one alone to what works on records', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const context = contextFor(db, workspace.north.checkers[0]);
    const member = actorFor(workspace.north.checkers[0]);
    const load = (claimId: string) => withTransaction(context, (tx) => loadOpenClaim(tx, member, claimId));
    const opened = await buildOpenClaim(db, workspace);
    expect(answerOf(await load(opened.id)).state).toBe('open');
    const waiting = await buildClaim(db, workspace);
    expect(await load(waiting.id)).toEqual({ ok: false, refusal: { code: 'claim-not-open', state: 'submitted' } });
    answerOf(
      await closeClaim(context, { claimId: opened.id, as: 'not-checkable', reason: 'The same claim was submitted before.' }),
    );
    expect(await load(opened.id)).toEqual({ ok: false, refusal: { code: 'claim-not-open', state: 'closed' } });
  });
});
