import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { recordContact } from '@/commands/reply/record-contact';
import { previewRevision } from '@/commands/revisions/preview-revision';
import type { Db } from '@/db/handle';
import { replyContacts } from '@/db/schema';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor, noon, type Workspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { contact } from '@/tests/support/sign';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

const hour = 60 * 60 * 1000;

/** What C18 says of the record as its proposer reads it. */
async function saidOfReply(db: Db, { north }: Workspace, claimId: string, now: Date) {
  const preview = answerOf(await previewRevision(contextFor(db, north.checkers[0], { now }), { claimId }));
  return preview.findings.find(({ clause }) => clause === 'C18');
}

describeOnBothDatabases('recording that the claimant was asked', (open) => {
  it('[C18] [RR1] [RR2] begins the window when it is recorded, whatever day it names', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { replyWindowHours: 48 } });
    const { id: claimId } = await buildOpenClaim(db, workspace);
    expect(await saidOfReply(db, workspace, claimId, noon)).toMatchObject({ met: false, code: 'reply-not-asked' });
    const asking = contextFor(db, workspace.south.checkers[0]);
    answerOf(await recordContact(asking, { claimId, ...contact, contactedOn: '2026-01-05' }));
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'reply.asked',
      facts: { party: 'Southern desk', contactedOn: '2026-01-05', channel: 'email' },
    });
    const later = new Date(noon.getTime() + 47 * hour);
    // A second contact does not begin it again.
    answerOf(await recordContact(contextFor(db, workspace.north.checkers[0], { now: later }), { claimId, ...contact }));
    expect(await saidOfReply(db, workspace, claimId, later)).toMatchObject({
      met: false,
      code: 'reply-window-open',
      facts: { hours: 1 },
    });
    expect(await saidOfReply(db, workspace, claimId, new Date(noon.getTime() + 48 * hour))).toMatchObject({
      met: true,
      code: 'reply-none',
    });
    expect(await db.$count(replyContacts, eq(replyContacts.claimId, claimId))).toBe(2);
  });

  it('[RR1] refuses an address among the words, another channel, a day to come, and a claim that is not open', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const refused = (changes: object) =>
      refusalOf(db, workspace.id, () =>
        recordContact(contextFor(db, workspace.north.checkers[0]), { claimId, ...contact, ...changes }),
      );
    for (const asked of ['press@ministry.example', 'www.ministry.example', '+47 22 12 34 56', ' ', 'x'.repeat(81)])
      expect((await refused({ asked })).code, asked).toBe('invalid-input');
    expect((await refused({ channel: 'pigeon' })).code).toBe('invalid-input');
    expect((await refused({ contactedOn: '2026-03-09' })).code).toBe('seen-in-future');
    const submitted = await buildClaim(db, workspace);
    expect((await refused({ claimId: submitted.id })).code).toBe('claim-not-open');
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildOpenClaim(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => recordContact(context, { claimId: id, ...contact }));
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) => recordContact(context, { claimId, ...contact }));
  });
});
