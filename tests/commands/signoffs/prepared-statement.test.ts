import { expect, it } from 'vitest';
import { authorizeParty } from '@/commands/authorize';
import { withTransaction } from '@/commands/command';
import { preparedStatement } from '@/commands/signoffs/prepared-statement';
import type { Db } from '@/db/handle';
import { ok } from '@/domain/result';
import { answerOf, buildWorkspace, contextFor, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { begin, buildRevision, signBegun } from '@/tests/support/sign';

async function found(db: Db, person: Person, asked: { nonce: string; revisionId: string }): Promise<string | undefined> {
  const context = contextFor(db, person);
  const member = answerOf(authorizeParty(context.actor, 'revision.sign'));
  const bytes = answerOf(await withTransaction(context, async (tx) => ok(await preparedStatement(tx, member, asked))));
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

describeOnBothDatabases('a statement that was made', (open) => {
  it('[R13] is found by its nonce for the person and the revision it was made for, before and after it is signed', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const [moderator, other] = workspace.south.moderators;
    const context = contextFor(db, moderator);
    const begun = await begin(context, workspace, revision);
    const own = { nonce: begun.nonce, revisionId: revision.id };
    expect(await found(db, moderator, own)).toBe(begun.statement);
    expect(await found(db, other, own)).toBeUndefined();
    expect(await found(db, moderator, { ...own, revisionId: context.newId() })).toBeUndefined();
    expect(await found(db, moderator, { ...own, nonce: 'f'.repeat(64) })).toBeUndefined();
    answerOf(await signBegun(context, revision, begun));
    expect(await found(db, moderator, own)).toBe(begun.statement);
  });
});
