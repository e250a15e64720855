import { expect, it } from 'vitest';
import { authorizeParty } from '@/commands/authorize';
import { withTransaction } from '@/commands/command';
import { useNonce } from '@/commands/signoffs/use-nonce';
import type { Db } from '@/db/handle';
import { ok } from '@/domain/result';
import { answerOf, buildWorkspace, contextFor, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { begin, buildRevision } from '@/tests/support/sign';

async function spend(db: Db, person: Person, spent: { nonce: string; revisionId: string }, now = noon): Promise<boolean> {
  const context = contextFor(db, person, { now });
  const member = answerOf(authorizeParty(context.actor, 'revision.sign'));
  return answerOf(await withTransaction(context, async (tx) => ok(await useNonce(tx, context, member, spent))));
}

describeOnBothDatabases('a nonce', (open) => {
  it('[R7] is spent by nobody else, for nothing else, not later than ten minutes, and one time even by two at once', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const { id: revisionId } = revision;
    const [moderator, other] = workspace.south.moderators;
    const { nonce } = await begin(contextFor(db, moderator), workspace, revision);
    const own = { nonce, revisionId };
    expect(await spend(db, other, own)).toBe(false);
    expect(await spend(db, moderator, { nonce, revisionId: contextFor(db, moderator).newId() })).toBe(false);
    expect(await spend(db, moderator, { nonce: 'f'.repeat(64), revisionId })).toBe(false);
    expect(await spend(db, moderator, own, new Date(noon.getTime() + 10 * 60_000))).toBe(false);
    const both = await Promise.all([spend(db, moderator, own), spend(db, moderator, own)]);
    expect(both.sort()).toEqual([false, true]);
    expect(await spend(db, moderator, own)).toBe(false);
  });
});
