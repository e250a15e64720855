import { acceptQuestion } from '@/commands/claims/accept-question';
import type { Context } from '@/commands/command';
import { recordContact } from '@/commands/reply/record-contact';
import { previewRevision } from '@/commands/revisions/preview-revision';
import { proposeRevision } from '@/commands/revisions/propose-revision';
import { beginSignOff } from '@/commands/signoffs/begin-sign-off';
import type { BegunStatement } from '@/commands/signoffs/begun-statement';
import { type SignedOff, signOff } from '@/commands/signoffs/sign-off';
import { acceptSource } from '@/commands/sources/accept-source';
import type { Db } from '@/db/handle';
import { questionDigest } from '@/domain/record/canonical';
import type { DraftTexts } from '@/domain/record/draft';
import type { Refusal, Result } from '@/domain/result';
import { answerOf, buildOpenClaim, buildSource, contextFor, type Person, type Workspace, writeRecord } from './build';

/** What the tests of freezing, signing and publishing share: a record that meets every clause, and the moves of its people. */
export const question = 'Was there an 18-month ceasefire after the 2020 talks?';

export const northTexts: Partial<DraftTexts> = {
  title: 'An 18-month ceasefire followed the 2020 talks',
  question,
  finding: 'No text sets such a ceasefire.',
};

export function southAnalysis(sourceId: string): Partial<DraftTexts> {
  return {
    analysis: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'The agreement puts a ceasefire on the agenda of later talks. ' },
          { type: 'citation', source: sourceId },
        ],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'Both desks searched for a record of one and found none.' }] },
    ],
  };
}

/** An open claim of whose record nothing is missing: both stances, two owners, the question accepted by both desks. */
export async function buildSignable(db: Db, workspace: Workspace): Promise<{ id: string; sources: string[] }> {
  const { north, south } = workspace;
  const claim = await buildOpenClaim(db, workspace);
  const against = await buildSource(db, north.checkers[0], claim.id);
  const supporting = await buildSource(db, south.checkers[0], claim.id, { stance: 'supports', primacy: 'secondary' });
  answerOf(await acceptSource(contextFor(db, south.checkers[1]), { sourceId: against.id, grading: 1 }));
  answerOf(await acceptSource(contextFor(db, north.checkers[1]), { sourceId: supporting.id, grading: 1 }));
  await writeRecord(db, north.checkers[0], claim.id, { texts: northTexts, fields: { rating: 'not-accurate' } });
  await writeRecord(db, south.checkers[0], claim.id, { texts: southAnalysis(against.id) });
  for (const desk of [north, south])
    answerOf(
      await acceptQuestion(contextFor(db, desk.moderators[0]), { claimId: claim.id, questionSha256: questionDigest(question) }),
    );
  answerOf(await recordContact(contextFor(db, north.checkers[0]), { claimId: claim.id, ...contact }));
  return { id: claim.id, sources: [against.id, supporting.id] };
}

export const contact = { contactedOn: '2026-03-01', channel: 'email', asked: 'Press office' } as const;

export type Proposed = { id: string; number: number; sha256: string };

/** Reads the preview and proposes what it read: a correction by the least grade that it may have. `changes` is what a crafted client would say instead. */
export async function propose(
  context: Context,
  claimId: string,
  changes: Record<string, unknown> = {},
): Promise<Result<Proposed, Refusal>> {
  const preview = await previewRevision(context, { claimId });
  if (!preview.ok) return preview;
  const { seq, sha256 = '0'.repeat(64), corrects } = preview.value;
  const correction = corrects && { grade: corrects.grade, reason: correctionReason };
  return proposeRevision(context, { claimId, seq, digest: sha256, ...correction, ...changes });
}

export const correctionReason = 'The joint declaration of the same day was left out.';

export async function buildRevision(
  db: Db,
  workspace: Workspace,
  by: Person = workspace.north.checkers[0],
  at: { now?: Date } = {},
): Promise<Proposed & { claimId: string; sources: string[] }> {
  const claim = await buildSignable(db, workspace);
  return { ...answerOf(await propose(contextFor(db, by, at), claim.id)), claimId: claim.id, sources: claim.sources };
}

export const dissent = {
  decision: 'dissent',
  reason: 'The finding leaves out the week of reduced violence.',
  cites: 'C10',
} as const;

/** The whole position of an approval; `changes` is what a crafted client would send instead. */
export function approval(
  workspace: Workspace,
  revision: { id: string; sha256: string },
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    revisionId: revision.id,
    decision: 'approve',
    conflict: 'none',
    recordSha256: revision.sha256,
    charterSha256: workspace.charter.sha256,
    ...changes,
  };
}

/** The statement of an approval, made and not signed. */
export async function begin(
  context: Context,
  workspace: Workspace,
  revision: { id: string; sha256: string },
): Promise<BegunStatement> {
  return answerOf(await beginSignOff(context, approval(workspace, revision)));
}

/** Has a statement made and signs it; `changes` is what a crafted client would say instead. */
export async function sign(
  context: Context,
  workspace: Workspace,
  revision: { id: string; sha256: string },
  changes: Record<string, unknown> = {},
): Promise<Result<SignedOff, Refusal>> {
  const begun = await beginSignOff(context, approval(workspace, revision, changes));
  return begun.ok ? signBegun(context, revision, begun.value) : begun;
}

/** The second step, with the fresh session as the proof. */
export function signBegun(
  context: Context,
  revision: { id: string },
  { nonce }: { nonce: string },
): Promise<Result<SignedOff, Refusal>> {
  return signOff(context, { revisionId: revision.id, nonce, proof: { kind: 'password' } });
}
