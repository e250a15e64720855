import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withTransaction } from '@/commands/command';
import { callOffMails, mailSeal, queueMail } from '@/commands/queue-mail';
import { mailsOfDesk } from '@/db/queries/desk/mails-of-desk';
import { outbox } from '@/db/schema';
import { ok, refuse } from '@/domain/result';
import { openSealed } from '@/platform/seal';
import { answerOf, buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';

const link = 'http://localhost:3000/invitations/a-secret-link';
const mailTo = (workspaceId: string, subjectId: string) => ({
  workspaceId,
  kind: 'invitation' as const,
  to: 'somebody@invited.example',
  locale: 'en',
  facts: { desk: 'A desk', party: 'A party', role: 'checker' as const, inviter: 'A moderator', link, hours: '72' },
  expiresAt: new Date(noon.getTime() + 1000),
  subjectId,
});

describeOnBothDatabases('the outbox', (open) => {
  it('[M10] keeps a mail whose transaction commits, and none of one that is refused', async () => {
    const db = await open();
    const { id } = await buildWorkspace(db);
    const context = contextOf(db, { kind: 'system' });
    const subjectId = context.newId();
    const refused = await withTransaction(context, async (tx) => {
      await queueMail(tx, context, mailTo(id, subjectId));
      return refuse({ code: 'changed-its-mind' });
    });
    expect(refused.ok).toBe(false);
    expect(await db.$count(outbox, eq(outbox.workspaceId, id))).toBe(0);
    answerOf(await withTransaction(context, async (tx) => ok(await queueMail(tx, context, mailTo(id, subjectId)))));
    expect(await db.select().from(outbox).where(eq(outbox.workspaceId, id))).toMatchObject([
      { recipient: 'somebody@invited.example', state: 'waiting', attempts: 0, nextAttemptAt: noon },
    ]);
  });

  it('[M11] seals what it says, shows a steward recipient and kind, and erases it with the end', async () => {
    const db = await open();
    const { id } = await buildWorkspace(db);
    const context = contextOf(db, { kind: 'system' });
    const subjectId = context.newId();
    answerOf(await withTransaction(context, async (tx) => ok(await queueMail(tx, context, mailTo(id, subjectId)))));
    const [row] = await db.select().from(outbox).where(eq(outbox.workspaceId, id));
    expect(JSON.stringify(row)).not.toContain('a-secret-link');
    expect(JSON.parse(openSealed(row?.sealed ?? '', mailSeal) ?? '')).toMatchObject({ link });
    const [shown] = await mailsOfDesk({ workspaceId: id }, db);
    expect(Object.keys(shown ?? {}).sort()).toEqual(['attempts', 'createdAt', 'fault', 'id', 'kind', 'recipient', 'state']);
    answerOf(await withTransaction(context, async (tx) => ok(await callOffMails(tx, context, subjectId))));
    const [ended] = await db.select().from(outbox).where(eq(outbox.workspaceId, id));
    expect(ended).toMatchObject({ state: 'dropped', fault: 'called-off', sealed: null, endedAt: noon });
  });
});
