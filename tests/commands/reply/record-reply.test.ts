import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { confirmReply } from '@/commands/reply/confirm-reply';
import { recordReply } from '@/commands/reply/record-reply';
import { previewRevision } from '@/commands/revisions/preview-revision';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { answerOf, buildOpenClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { hoursIn, storedRevision, wakeAt } from '@/tests/support/rounds';
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

  it('[C18] [RR6] [L18] [L20] that comes after the freeze keeps back what the last approval would publish once another party confirms it, and another revision takes its place', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision));
    const { claimId } = revision;
    const { id: replyId } = answerOf(await recordReply(contextFor(db, south.checkers[0]), { claimId, ...reply }));
    const again = () => propose(contextFor(db, south.checkers[0]), claimId);
    answerOf(await confirmReply(contextFor(db, north.checkers[0]), { replyId }));
    const last = answerOf(await sign(contextFor(db, north.moderators[0]), workspace, revision));
    // The signature stands; only what would follow from it waits.
    expect(last).toMatchObject({ state: 'signing', keptBackBy: 'reply-after-freeze' });
    expect(answerOf(await again())).toMatchObject({ number: 2 });
    expect(await storedRevision(db, revision.id)).toMatchObject({ state: 'expired', publishedAt: null });
  });

  it('[C18] [RR6] [L20] takes the place of one that cools off, and keeps nothing back while it is one party’s word', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    const { claimId } = revision;
    for (const desk of [north, south]) answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, revision));
    const record = () => recordReply(contextFor(db, south.checkers[0]), { claimId, ...reply });
    answerOf(await record());
    const waits = await propose(contextFor(db, north.checkers[0]), claimId);
    expect(waits).toMatchObject({ ok: false, refusal: { code: 'revision-in-signing', number: 1 } });
    expect(await wakeAt(db, revision.id, 25)).toEqual({ state: 'published' });

    const next = await buildRevision(db, workspace);
    for (const desk of [north, south]) answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, next));
    const { id: replyId } = answerOf(await recordReply(contextFor(db, south.checkers[0]), { claimId: next.claimId, ...reply }));
    answerOf(await confirmReply(contextFor(db, north.checkers[0]), { replyId }));
    expect(await wakeAt(db, next.id, 25)).toEqual({ state: 'cooling-off', keptBackBy: 'reply-after-freeze' });
    answerOf(await propose(contextFor(db, north.checkers[0], { now: hoursIn(26) }), next.claimId));
    expect(await storedRevision(db, next.id)).toMatchObject({ state: 'expired', outcome: null, releasesAt: null });
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
