import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { confirmReply } from '@/commands/reply/confirm-reply';
import { recordReply } from '@/commands/reply/record-reply';
import { previewRevision } from '@/commands/revisions/preview-revision';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { answerOf, buildOpenClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, buildSignable, propose, sign } from '@/tests/support/sign';
import { expectForeignIsUnknown, expectOnlyEditors, refusalOf } from '@/tests/support/trace';

const reply = { text: 'We never said 18 months.\n\nWe said: as long as it takes.', language: 'en', receivedOn: '2026-03-02' };

describeOnBothDatabases('recording a reply', (open) => {
  it('[C18] [RR3] [RR5] holds the proposal until another party confirms it, and is then frozen word for word', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const claim = await buildSignable(db, workspace);
    const { id: replyId } = answerOf(await recordReply(contextFor(db, north.checkers[0]), { claimId: claim.id, ...reply }));
    expect(await propose(contextFor(db, north.checkers[0]), claim.id)).toMatchObject({
      ok: false,
      refusal: { code: 'charter-unmet', clauses: 'C18', findings: [{ code: 'reply-unconfirmed', facts: { count: 1 } }] },
    });
    answerOf(await confirmReply(contextFor(db, south.checkers[0]), { replyId }));
    const preview = answerOf(await previewRevision(contextFor(db, north.checkers[0]), { claimId: claim.id }));
    expect(FrozenRecord.parse(JSON.parse(preview.bytes ?? ''))).toMatchObject({
      v: 3,
      reply: {
        askedAt: '2026-03-02T12:00:00Z',
        windowHours: 0,
        contacts: [{ party: north.id, on: '2026-03-01', channel: 'email', asked: 'Press office' }],
        replies: [{ id: replyId, ...reply, receivedBy: north.id, confirmedBy: south.id }],
        waivers: [],
      },
    });
    expect((await propose(contextFor(db, north.checkers[0]), claim.id)).ok).toBe(true);
  });

  it('[C18] [RR6] that comes after the freeze keeps the last approval from publishing', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision));
    answerOf(await recordReply(contextFor(db, south.checkers[0]), { claimId: revision.claimId, ...reply }));
    expect(await sign(contextFor(db, north.moderators[0]), workspace, revision)).toMatchObject({
      ok: false,
      refusal: { code: 'reply-after-freeze', clause: 'C18', count: 1 },
    });
  });

  it('[RR3] is of a claimant who was asked, of 2,000 characters at most, and stays in its words', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const context = contextFor(db, workspace.north.checkers[0]);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    expect(await refusalOf(db, workspace.id, () => recordReply(context, { claimId, ...reply }))).toEqual({
      code: 'claimant-not-asked',
    });
    const asked = await buildSignable(db, workspace);
    for (const change of [{ text: 'x'.repeat(2001) }, { text: '' }, { language: 'English' }, { receivedOn: 'yesterday' }])
      expect(
        (await refusalOf(db, workspace.id, () => recordReply(context, { claimId: asked.id, ...reply, ...change }))).code,
        JSON.stringify(change),
      ).toBe('invalid-input');
    const { id } = answerOf(await recordReply(context, { claimId: asked.id, ...reply }));
    await expect(db.execute(sql`update replies set text = 'We agree.' where id = ${id}::uuid`)).rejects.toThrow();
    await expect(db.execute(sql`delete from replies where id = ${id}::uuid`)).rejects.toThrow();
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildSignable(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => recordReply(context, { claimId: id, ...reply }));
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) => recordReply(context, { claimId, ...reply }));
  });
});
