import type { Db, Tx } from '@/db/handle';
import type { RecordFacts } from '@/domain/charter/facts';
import { plainRatingWords } from '@/domain/charter/rating-words';
import { questionDigest } from '@/domain/record/canonical';
import { type RecordDraft, textsOf } from '@/domain/record/draft';
import { independenceGroup } from '@/domain/source/independence-group';
import { type RecordParts, recordParts } from './record-parts';

/** The facts that the record's clauses look at, as they stand now. */
export async function recordFactsOf(
  input: { claimId: string; workspaceId: string; draft: RecordDraft; language: string },
  conn: Db | Tx,
): Promise<RecordFacts> {
  const parts = await recordParts(input, conn);
  const ratings = parts.charter?.charter.parameters.ratings.map((rating) => rating.key) ?? [];
  return factsOf(parts, input.draft, input.language, ratings);
}

export function factsOf(parts: RecordParts, draft: RecordDraft, language: string, ratings: string[]): RecordFacts {
  const texts = textsOf(draft, language);
  return {
    parties: parts.parties.filter((party) => party.standing === 'signing').map(({ id, name }) => ({ id, name })),
    claimText: texts.claimText,
    title: texts.title,
    otherTitles: parts.languages.filter((other) => other !== language).map((other) => textsOf(draft, other).title),
    question: texts.question,
    questionSha256: questionDigest(texts.question),
    appearances: parts.appearances.length,
    acceptances: parts.acceptances.map(({ partyId, questionSha256 }) => ({ partyId, questionSha256 })),
    sources: parts.sources.flatMap(({ source, publisher }) =>
      source.state === 'withdrawn' ? [] : [sourceFacts(source, source.state, publisher, parts)],
    ),
    searches: parts.searches.map(({ partyId, stance }) => ({ partyId, stance })),
    primaryJustification: parts.primaryJustification,
    ratingWords: [...plainRatingWords, ...ratings.map((rating) => rating.replaceAll('-', ' '))],
  };
}

function sourceFacts(
  source: RecordParts['sources'][number]['source'],
  state: RecordFacts['sources'][number]['state'],
  publisher: RecordParts['sources'][number]['publisher'],
  { publishers }: RecordParts,
): RecordFacts['sources'][number] {
  return {
    id: source.id,
    number: source.number,
    stance: source.stance,
    primacy: source.primacy,
    interest: source.interest,
    group: independenceGroup(publisher.id, publishers),
    alignment:
      publisher.alignment === 'party' && publisher.alignedPartyId !== null
        ? { kind: 'party', partyId: publisher.alignedPartyId }
        : { kind: publisher.alignment === 'none' ? 'none' : 'unknown' },
    state,
  };
}
