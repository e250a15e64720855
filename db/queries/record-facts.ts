import type { Db, Tx } from '@/db/handle';
import type { RecordFacts } from '@/domain/charter/facts';
import { plainRatingWords } from '@/domain/charter/rating-words';
import { questionDigest } from '@/domain/record/canonical';
import { type RecordDraft, textsOf } from '@/domain/record/draft';
import { independenceGroup } from '@/domain/source/independence-group';
import { type RecordParts, recordParts } from './record-parts';

/** The facts that the record's clauses look at, as they stand now. */
export async function recordFactsOf(
  input: { claimId: string; workspaceId: string; draft: RecordDraft; language: string; now: Date },
  conn: Db | Tx,
): Promise<RecordFacts> {
  const parts = await recordParts(input, conn);
  const ratings = parts.charter?.charter.parameters.ratings.map((rating) => rating.key) ?? [];
  return factsOf(parts, { ...input, ratings });
}

export function factsOf(
  parts: RecordParts,
  { draft, language, ratings, now }: { draft: RecordDraft; language: string; ratings: string[]; now: Date },
): RecordFacts {
  const texts = textsOf(draft, language);
  return {
    parties: parts.parties.filter((party) => party.standing === 'signing').map(({ id, name }) => ({ id, name })),
    claimText: texts.claimText,
    // Said when it was opened, or it would not be open (C02).
    statement: 'fact',
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
    reply: replyFacts(parts, now),
    ratingWords: [...plainRatingWords, ...ratings.map((rating) => rating.replaceAll('-', ' '))],
  };
}

function replyFacts({ reply }: RecordParts, now: Date): RecordFacts['reply'] {
  const inState = (state: string) => reply.replies.filter((one) => one.state === state).length;
  return {
    now: now.toISOString(),
    askedAt: firstOf(reply.contacts)?.toISOString(),
    waiting: inState('recorded'),
    confirmed: inState('confirmed'),
    late: 0,
    waivers: reply.waivers.map(({ partyId }) => partyId),
  };
}

/** When the first contact was recorded (SPEC RR2). */
export function firstOf(contacts: readonly { at: Date }[]): Date | undefined {
  const [first] = contacts.map(({ at }) => at).toSorted((one, other) => one.getTime() - other.getTime());
  return first;
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
