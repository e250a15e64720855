import { questionDigest } from '@/domain/record/canonical';
import { emptyTexts } from '@/domain/record/draft';
import type { FrozenRecord } from '@/domain/record/frozen-record';
import { signingParties } from './consent';
import type { RecordFacts } from './facts';

/** The facts of a frozen record, for the publication gate: what was signed is what is checked, whatever happened to the desk's rows since. */
export function factsOfFrozenRecord(record: FrozenRecord, at: { now: Date; lateReplies: number }): RecordFacts {
  const texts = record.texts[record.language] ?? emptyTexts;
  return {
    parties: signingParties(record),
    claimText: texts.claimText,
    statement: 'fact',
    title: texts.title,
    otherTitles: Object.entries(record.texts).flatMap(([language, { title }]) => (language === record.language ? [] : [title])),
    question: texts.question,
    questionSha256: questionDigest(texts.question),
    appearances: record.appearances.length,
    acceptances: record.acceptances.map(({ party, questionSha256 }) => ({ partyId: party, questionSha256 })),
    sources: record.sources.map(({ id, number, stance, primacy, interest, group, publisher }) => ({
      id,
      number,
      stance,
      primacy,
      interest,
      group,
      alignment: alignmentOf(publisher),
      state: 'accepted',
    })),
    searches: record.searches.map(({ party, stance }) => ({ partyId: party, stance })),
    primaryJustification: record.primaryJustification,
    ratingWords: [],
    reply: {
      now: at.now.toISOString(),
      askedAt: record.reply?.askedAt,
      waiting: 0,
      confirmed: record.reply?.replies.length ?? 0,
      late: at.lateReplies,
      waivers: record.reply?.waivers.map(({ party }) => party) ?? [],
    },
  };
}

function alignmentOf({
  alignment,
  alignedWith,
}: FrozenRecord['sources'][number]['publisher']): RecordFacts['sources'][number]['alignment'] {
  if (alignment === 'party') return alignedWith === undefined ? { kind: 'unknown' } : { kind: 'party', partyId: alignedWith };
  return { kind: alignment };
}
