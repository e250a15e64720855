import { expect, it } from 'vitest';
import { changeStream } from '@/app/_adapters/change-stream';
import { assignClaim } from '@/commands/claims/assign-claim';
import { setDueDate } from '@/commands/claims/set-due-date';
import { announceChange } from '@/platform/bus';
import { actorFor, answerOf, buildOpenClaim, buildWorkspace, contextOf } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';

describeOnBothDatabases('the stream of changes', (open) => {
  it('[T31] counts what it has sent, so that its numbers do not tell what another party did by itself', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const { north, south } = workspace;
    const [own, other] = [north.checkers[0], south.checkers[0]];
    const over = new AbortController();
    const stream = changeStream({ member: actorFor(other), db, signal: over.signal, onEnd: () => undefined });
    const reader = stream.getReader();
    const next = async () => {
      const { value } = await reader.read();
      return value && new TextDecoder().decode(value);
    };
    expect(await next()).toBe('event: change\ndata: 1\n\n');
    const context = contextOf(db, actorFor(own), { announced: announceChange });
    for (const personId of [own.id, null, own.id]) answerOf(await assignClaim(context, { claimId, personId }));
    answerOf(await setDueDate(context, { claimId, dueOn: '2026-03-09' }));
    expect(await next()).toBe('event: change\ndata: 2\n\n');
    over.abort();
    expect(await next()).toBeUndefined();
  });
});
