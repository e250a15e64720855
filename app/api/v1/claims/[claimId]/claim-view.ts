import type { Context } from '@/commands/command';
import { charterOfClaim } from '@/db/queries/charter-of-claim';
import type { DeskClaim } from '@/db/queries/desk/claim-of-desk';
import type { DeskSource } from '@/db/queries/desk/sources-of-desk';
import { recordFactsOf } from '@/db/queries/record-facts';
import { findingsUnder } from '@/domain/charter/charter-text';
import { checkRecord } from '@/domain/charter/check-record';
import type { ClauseFinding } from '@/domain/charter/finding';
import { stageOf } from '@/domain/claim/stage';
import { questionDigest } from '@/domain/record/canonical';
import { recordDocument } from '@/domain/record/document-name';
import { textsOf } from '@/domain/record/draft';
import type { Projection } from '@/platform/ports';

type Input = { claimId: string; workspaceId: string; claim: DeskClaim; sources: DeskSource[] };

/** A claim as a member's program reads it. The question and the findings are those of the live record at `record.seq`. */
export async function claimView(input: Input, context: Context) {
  const { claim, sources } = input;
  const projection = claim.state === 'open' ? await context.collab.projectionAt(recordDocument(claim.id)) : undefined;
  return {
    id: claim.id,
    number: claim.number,
    state: claim.state,
    stage: stageOf(claim),
    statement: claim.statement,
    closed:
      claim.closedAs === null
        ? null
        : { as: claim.closedAs, reason: claim.closedReason, duplicateOf: claim.duplicateOf?.id ?? null },
    duplicates: claim.duplicates,
    wording: claim.wording,
    neutralTitle: claim.neutralTitle,
    language: claim.language,
    languages: claim.languages,
    slug: claim.slug,
    submittedByParty: claim.submittedByParty,
    submittedAt: claim.submittedAt,
    charter: claim.charterNumber,
    appearances: claim.appearances.map(({ id, title, url, seenOn, locator }) => ({ id, title, url, seenOn, locator })),
    record: projection === undefined ? null : questionOf(projection, claim.language),
    acceptances: claim.acceptances.map(({ partyId, questionSha256, at }) => ({ party: partyId, questionSha256, at })),
    searches: claim.searches.map(({ partyId, stance, note, at }) => ({ party: partyId, stance, note, at })),
    primaryJustification: claim.justification?.text ?? null,
    sources,
    revisions: claim.revisions.map(({ id, number, state, proposedByParty, frozenAt, endedReason }) => ({
      id,
      number,
      state,
      proposedByParty,
      frozenAt,
      endedReason,
    })),
    findings: projection === undefined ? [] : await findingsOf(input, projection, context),
  };
}

function questionOf({ seq, draft }: Projection, language: string): { seq: number; question: string; questionSha256: string } {
  const { question } = textsOf(draft, language);
  return { seq, question, questionSha256: questionDigest(question) };
}

/** What each clause of the propose gate says of the record as it stands. */
async function findingsOf(
  { claimId, workspaceId, claim }: Input,
  { draft }: Projection,
  context: Context,
): Promise<ClauseFinding[]> {
  const charter = await charterOfClaim({ claimId, workspaceId }, context.db);
  if (charter === undefined) return [];
  const facts = await recordFactsOf({ claimId, workspaceId, draft, language: claim.language, now: context.now }, context.db);
  return findingsUnder(charter.charter, checkRecord('propose', facts, charter.charter.parameters));
}
