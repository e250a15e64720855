import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { withTransaction } from '@/commands/command';
import { loadSource } from '@/commands/sources/load-source';
import { actorFor, answerOf, buildWorkspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildAttached, closing } from './attached';

describeOnBothDatabases('loading a source', (open) => {
  it('[A3] gives one of an open claim of the member’s workspace, and no other', async () => {
    const db = await open();
    const { workspace, claimId, sourceId, north } = await buildAttached(db);
    const member = actorFor(workspace.north.checkers[1]);
    const load = (who = member, id = sourceId) => withTransaction(north, (tx) => loadSource(tx, who, id));
    expect(answerOf(await load())).toMatchObject({ id: sourceId, claimId, number: 1 });
    const stranger = actorFor((await buildWorkspace(db)).north.moderators[0]);
    const unknown = { ok: false, refusal: { code: 'not-found' } };
    expect(await load(stranger)).toEqual(unknown);
    expect(await load(member, north.newId())).toEqual(unknown);
    answerOf(await closeClaim(north, { claimId, ...closing }));
    expect(await load()).toEqual({ ok: false, refusal: { code: 'claim-not-open', state: 'closed' } });
  });
});
