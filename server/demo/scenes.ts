import { attestProcedure } from '@/commands/attestations/attest-procedure';
import { beginAttestation } from '@/commands/attestations/begin-attestation';
import { acceptQuestion } from '@/commands/claims/accept-question';
import { openClaim } from '@/commands/claims/open-claim';
import { recordSearch } from '@/commands/claims/record-search';
import { setDueDate } from '@/commands/claims/set-due-date';
import { submitClaim } from '@/commands/claims/submit-claim';
import { replyToComment } from '@/commands/discussion/reply-to-comment';
import { writeComment } from '@/commands/discussion/write-comment';
import { confirmReply } from '@/commands/reply/confirm-reply';
import { recordContact } from '@/commands/reply/record-contact';
import { recordReply } from '@/commands/reply/record-reply';
import { advanceRevision } from '@/commands/revisions/advance-revision';
import { previewRevision } from '@/commands/revisions/preview-revision';
import { proposeRevision } from '@/commands/revisions/propose-revision';
import { beginSignOff } from '@/commands/signoffs/begin-sign-off';
import { signOff } from '@/commands/signoffs/sign-off';
import { acceptSource } from '@/commands/sources/accept-source';
import { attachSource } from '@/commands/sources/attach-source';
import { publisherByName } from '@/db/queries/publisher-by-name';
import { questionDigest } from '@/domain/record/canonical';
import { articleTitle } from './article';
import type { PersonKey } from './cast';
import { type ClaimKey, wordings } from './claims';
import { documents } from './sources';
import { done, type Stage } from './stage';
import type { SourceKey } from './typed';

/** Scenes that several claims share: each is what a person would do at the desk, and obeys the same rules. */
export type Article = { sha256: string; readOn: string };

export async function submitAndOpen(
  stage: Stage,
  key: ClaimKey,
  by: PersonKey,
  article: Article,
  times: { submitted: Date; opened?: Date },
): Promise<string> {
  const appearance = { title: articleTitle, seenOn: article.readOn, locator: 'The article, in print' };
  const claim = done(
    await submitClaim(await stage.as(by, times.submitted), { wording: capitalised(wordings[key]), language: 'en', appearance }),
  );
  if (times.opened !== undefined)
    done(await openClaim(await stage.as(by, times.opened), { claimId: claim.id, statement: 'fact' }));
  return claim.id;
}

/** Says by which day the desk wants to be done. */
export async function due(stage: Stage, claimId: string, by: PersonKey, at: Date, on: Date): Promise<void> {
  done(await setDueDate(await stage.as(by, at), { claimId, dueOn: on.toISOString().slice(0, 10) }));
}

type Said = { by: PersonKey; at: Date; body: string };

/** One asks all parties about words of the question, another answers. The story has no editor to name their letters, so they are found by what they say (SPEC K4). */
export async function discuss(stage: Stage, claimId: string, quotation: string, asked: Said, answered: Said): Promise<void> {
  const nowhere = { client: 0, clock: 0 };
  const on = { kind: 'passage', text: 'question', language: 'en', first: nowhere, last: nowhere, quotation };
  const { body } = asked;
  const input = { claimId, audience: 'joint', on, body, mentions: [] };
  const { id: commentId } = done(await writeComment(await stage.as(asked.by, asked.at), input));
  done(await replyToComment(await stage.as(answered.by, answered.at), { commentId, body: answered.body, mentions: [] }));
}

/** Asks the writers of the article, who are the writers of this demonstration. */
export async function askForReply(stage: Stage, claimId: string, by: PersonKey, at: Date): Promise<void> {
  const contactedOn = at.toISOString().slice(0, 10);
  done(
    await recordContact(await stage.as(by, at), {
      claimId,
      contactedOn,
      channel: 'email',
      asked: 'Writers of the demonstration article',
    }),
  );
}

type Replied = { by: PersonKey; at: Date; text: string; confirmed: { by: PersonKey; at: Date } };

/** What they answered, received by one party and confirmed by the other. */
export async function reply(stage: Stage, claimId: string, { by, at, text, confirmed }: Replied): Promise<void> {
  const receivedOn = at.toISOString().slice(0, 10);
  const { id: replyId } = done(await recordReply(await stage.as(by, at), { claimId, text, language: 'en', receivedOn }));
  done(await confirmReply(await stage.as(confirmed.by, confirmed.at), { replyId }));
}

/** Attaches one of the demo's documents, or the article itself as the source that supports its own claim. */
export async function attach(
  stage: Stage,
  claimId: string,
  key: SourceKey,
  by: PersonKey,
  at: Date,
  article: Article,
): Promise<string> {
  const context = await stage.as(by, at);
  const { workspaceId } = await stage.member(by);
  const publisher =
    key === 'article' ? { name: 'Demonstration article', owner: 'Writers of this demonstration' } : documents[key].publisher;
  const known = await publisherByName({ workspaceId, name: publisher.name }, context.db);
  const described = {
    language: 'en',
    publisher:
      known === undefined ? { ...publisher, alignment: { kind: key === 'article' ? 'unknown' : 'none' } } : { id: known },
  };
  const source =
    key === 'article'
      ? {
          ...described,
          kind: 'file',
          fileSha256: article.sha256,
          title: articleTitle,
          publishedOn: article.readOn,
          stance: 'supports',
          primacy: 'secondary',
          interest: 'declared',
          interestNote: 'It is the text that makes the claim.',
          says: 'States it and names no document for it.',
        }
      : { ...documents[key], ...described, kind: 'reference' };
  return done(await attachSource(context, { claimId, source })).id;
}

export async function accept(stage: Stage, sourceId: string, by: PersonKey, at: Date): Promise<void> {
  done(await acceptSource(await stage.as(by, at), { sourceId, grading: 1 }));
}

export async function acceptTheQuestion(stage: Stage, claimId: string, question: string, by: PersonKey, at: Date): Promise<void> {
  done(await acceptQuestion(await stage.as(by, at), { claimId, questionSha256: questionDigest(question) }));
}

export async function search(
  stage: Stage,
  claimId: string,
  by: PersonKey,
  at: Date,
  stance: 'supports' | 'undermines',
  note: string,
): Promise<void> {
  done(await recordSearch(await stage.as(by, at), { claimId, stance, note }));
}

/** Reads the preview and proposes exactly what it read. */
export async function propose(
  stage: Stage,
  claimId: string,
  by: PersonKey,
  at: Date,
  correction: { grade?: string; reason?: string; challengeId?: string } = {},
): Promise<{ id: string; sha256: string }> {
  const context = await stage.as(by, at);
  const preview = done(await previewRevision(context, { claimId }));
  if (preview.sha256 === undefined) throw new Error(`The demo's record cannot be frozen: ${JSON.stringify(preview.fault)}`);
  return done(await proposeRevision(context, { claimId, seq: preview.seq, digest: preview.sha256, ...correction }));
}

export async function sign(
  stage: Stage,
  revision: { id: string; sha256: string },
  charterSha256: string,
  by: PersonKey,
  at: Date,
  position: { decision: 'approve' | 'approve-with-statement' | 'dissent'; reason?: string; cites?: string },
): Promise<void> {
  const context = await stage.as(by, at);
  const said = { revisionId: revision.id, recordSha256: revision.sha256, charterSha256, conflict: 'none', ...position };
  const { nonce } = done(await beginSignOff(context, said));
  done(await signOff(context, { revisionId: revision.id, nonce, proof: { kind: 'password' } }));
}

/** The end of a deadline, a mediation or a cooling-off: a server that is awake looks then. */
export async function wake(stage: Stage, revision: { id: string }, at: Date): Promise<void> {
  done(await advanceRevision(await stage.clock(at), { revisionId: revision.id }));
}

/** An observer's word on the procedure, on what was frozen. */
export async function attest(
  stage: Stage,
  revision: { id: string; sha256: string },
  charterSha256: string,
  by: PersonKey,
  at: Date,
  said: { procedure: 'followed' | 'not-followed'; words?: string; cites?: string },
): Promise<void> {
  const context = await stage.as(by, at);
  const { id: revisionId, sha256: recordSha256 } = revision;
  const { nonce } = done(await beginAttestation(context, { revisionId, recordSha256, charterSha256, ...said }));
  done(await attestProcedure(context, { revisionId, nonce, proof: { kind: 'password' } }));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
