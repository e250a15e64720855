import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { proposeCharter } from '@/commands/charter/propose-charter';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { closeClaim } from '@/commands/claims/close-claim';
import { openClaim } from '@/commands/claims/open-claim';
import { reopenClaim } from '@/commands/claims/reopen-claim';
import { withTransaction } from '@/commands/command';
import type { Db } from '@/db/handle';
import { charterOfClaim } from '@/db/queries/charter-of-claim';
import { claims } from '@/db/schema';
import { ok } from '@/domain/result';
import {
  answerOf,
  buildClaim,
  buildOpenClaim,
  buildWorkspace,
  contextFor,
  contextOf,
  noon,
  type Person,
  type Workspace,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { recordPort } from '@/tests/support/live-record';
import { buildSignable, propose, question } from '@/tests/support/sign';
import { eventsOf, expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

const closing = 'The sentence predicts the future.';
const reason = 'It speaks of what has happened, and can be checked.';

async function close(db: Db, by: Person, claimId: string, as = 'not-checkable', duplicateOf?: string): Promise<void> {
  answerOf(await closeClaim(contextFor(db, by), { claimId, as, reason: closing, duplicateOf }));
}

/** A second charter version, in force. */
async function replaceCharter(db: Db, { id, north, south, mission }: Workspace): Promise<void> {
  const context = contextOf(db, { kind: 'system' });
  const next = await withTransaction(context, async (tx) =>
    ok(
      await proposeCharter(tx, context, {
        workspace: { id, name: 'Peace talks desk' },
        parties: [
          ...[north, south].map((desk) => ({ id: desk.id, name: desk.name, standing: 'signing' as const })),
          { id: mission.id, name: mission.name, standing: 'observing' as const },
        ],
        language: 'en',
      }),
    ),
  );
  const { sha256 } = answerOf(next);
  for (const desk of [north, south]) answerOf(await ratifyCharter(contextFor(db, desk.moderators[0]), { sha256 }));
}

describeOnBothDatabases('reopening a claim', (open) => {
  it('[L11] [L12] takes a claim that one party closed back to work, and keeps both reasons in the history', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildOpenClaim(db, workspace);
    await close(db, workspace.south.checkers[0], claim.id);
    const context = contextFor(db, workspace.north.moderators[1]);
    expect(await reopenClaim(context, { claimId: claim.id, reason })).toEqual({ ok: true, value: { state: 'open' } });
    const [row] = await db.select().from(claims).where(eq(claims.id, claim.id));
    expect(row).toMatchObject({ state: 'open', closedAs: null, closedReason: null, closedAt: null, openedAt: noon });
    expect((await eventsOf(db, workspace.id)).slice(-2)).toMatchObject([
      { type: 'claim.closed', facts: { number: claim.number, as: 'not-checkable', reason: closing } },
      {
        type: 'claim.reopened',
        subjectId: claim.id,
        personId: workspace.north.moderators[1].id,
        facts: { number: claim.number, as: 'not-checkable', closedReason: closing, reason, state: 'open' },
      },
    ]);
  });

  it.each(['not-checkable', 'duplicate', 'withdrawn'])(
    '[L11] undoes a closing as %s, for every moderator of a signing party',
    async (as) => {
      const db = await open();
      const workspace = await buildWorkspace(db);
      const other = as === 'duplicate' ? await buildClaim(db, workspace) : undefined;
      for (const moderator of [...workspace.north.moderators, ...workspace.south.moderators]) {
        const { id: claimId } = await buildClaim(db, workspace);
        await close(db, workspace.north.checkers[1], claimId, as, other?.id);
        expect((await reopenClaim(contextFor(db, moderator), { claimId, reason })).ok).toBe(true);
      }
    },
  );

  it('[L12] takes a claim that was never opened back to triage, and only from there to work', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    const { id: other } = await buildClaim(db, workspace);
    await close(db, workspace.south.checkers[0], claimId, 'duplicate', other);
    const context = contextFor(db, workspace.north.moderators[0]);
    expect(await reopenClaim(context, { claimId, reason })).toEqual({ ok: true, value: { state: 'submitted' } });
    const [row] = await db.select().from(claims).where(eq(claims.id, claimId));
    expect(row).toMatchObject({ state: 'submitted', charterVersionId: null, openedAt: null, duplicateOf: null });
    expect((await openClaim(context, { claimId, statement: 'fact' })).ok).toBe(true);
  });

  it('[H5] [L12] keeps the charter, the record and what was agreed on it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildSignable(db, workspace);
    await close(db, workspace.north.checkers[0], claimId, 'withdrawn');
    await replaceCharter(db, workspace);
    answerOf(await reopenClaim(contextFor(db, workspace.south.moderators[0]), { claimId, reason }));
    expect(await charterOfClaim({ claimId, workspaceId: workspace.id }, db)).toMatchObject({ number: 1 });
    const projection = await recordPort(db).projectionAt(`claims/${claimId}/record`);
    expect(projection?.draft.texts.en?.question).toBe(question);
    // Nothing of what the charter asks has to be done again.
    expect((await propose(contextFor(db, workspace.south.checkers[0]), claimId)).ok).toBe(true);
  });

  it('[L1] refuses what is not closed, and happens once when two ask at the same moment', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const [first, second] = workspace.north.moderators.map(
      (moderator) => () => reopenClaim(contextFor(db, moderator), { claimId, reason }),
    );
    if (first === undefined || second === undefined) throw new Error('A desk has two moderators.');
    expect(await refusalOf(db, workspace.id, first)).toEqual({ code: 'illegal-move', from: 'open', move: 'reopen' });
    await close(db, workspace.south.checkers[0], claimId);
    expect((await Promise.all([first(), second()])).filter((result) => result.ok)).toHaveLength(1);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'claim.reopened' });
    const submitted = await buildClaim(db, workspace);
    const context = contextFor(db, workspace.north.moderators[0]);
    expect(await refusalOf(db, workspace.id, () => reopenClaim(context, { claimId: submitted.id, reason }))).toEqual({
      code: 'illegal-move',
      from: 'submitted',
      move: 'resubmit',
    });
  });

  it('[L11] refuses a short reason and more than a reason', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    await close(db, workspace.south.checkers[0], claimId);
    const context = contextFor(db, workspace.north.moderators[0]);
    for (const input of [{ claimId, reason: 'x'.repeat(19) }, { claimId }, { claimId, reason, state: 'open' }, 'reopen'])
      expect((await refusalOf(db, workspace.id, () => reopenClaim(context, input))).code).toBe('invalid-input');
  });

  it('[A2] [A3] [L11] refuses who may not, checkers included, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    await close(db, workspace.south.checkers[0], claimId);
    await expectOnlyEditors(db, workspace, (context) => reopenClaim(context, { claimId, reason }));
    for (const checker of [workspace.north.checkers[0], workspace.south.checkers[0]])
      expect(await refusalOf(db, workspace.id, () => reopenClaim(contextFor(db, checker), { claimId, reason }))).toEqual({
        code: 'not-allowed',
        permission: 'claim.reopen',
      });
    await expectForeignIsUnknown(db, workspace, claimId, (context, id) => reopenClaim(context, { claimId: id, reason }));
  });
});
