import { isBlank, lengthOf } from '@/domain/record/draft';
import { paragraphLimits } from '@/domain/record/shape';
import { hoursLeft } from '@/domain/reply/reply-window';
import type { ClauseId, Gate } from './clauses';
import { clauses } from './clauses';
import type { RecordFacts, SourceFacts } from './facts';
import { type ClauseFinding, met, unmet } from './finding';
import type { CharterParameters } from './parameters';
import { ratingWordIn } from './rating-words';

type Check = (facts: RecordFacts, parameters: CharterParameters) => ClauseFinding;

/** One pure check per clause about the record itself. */
const checks: Partial<Record<ClauseId, Check>> = {
  C01: attributedClaim,
  C02: checkableStatement,
  C05: questionFirst,
  C06: neutralTitle,
  C07: minimumSources,
  C08: independence,
  C09: primaryFirst,
  C10: bothSides,
  C11: interests,
  C18: rightOfReply,
};

/** What each clause of a gate says of a record, in the charter's order. SPEC H1, H3. */
export function checkRecord(gate: Gate, facts: RecordFacts, parameters: CharterParameters): ClauseFinding[] {
  return clauses.flatMap(({ id, gates }) => {
    const check = checks[id];
    return check !== undefined && gates.includes(gate) ? [check(facts, parameters)] : [];
  });
}

export function attributedClaim(
  facts: Pick<RecordFacts, 'claimText' | 'appearances'>,
  { minAppearances }: CharterParameters,
): ClauseFinding {
  const characters = lengthOf(facts.claimText.trim());
  if (isBlank(facts.claimText)) return unmet('C01', 'claim-wording-missing');
  if (characters > paragraphLimits.claimText)
    return unmet('C01', 'claim-wording-long', { characters, limit: paragraphLimits.claimText });
  if (facts.appearances < minAppearances)
    return unmet('C01', 'appearances-few', { count: facts.appearances, needed: minAppearances });
  return met('C01', 'appearances-enough', { count: facts.appearances });
}

export function checkableStatement({ statement }: Pick<RecordFacts, 'statement'>): ClauseFinding {
  if (statement === undefined) return unmet('C02', 'kind-not-said');
  return statement === 'fact' ? met('C02', 'statement-factual') : unmet('C02', 'statement-not-factual', { kind: statement });
}

function questionFirst(facts: RecordFacts): ClauseFinding {
  if (isBlank(facts.question)) return unmet('C05', 'question-missing');
  const accepted = new Set(facts.acceptances.filter((a) => a.questionSha256 === facts.questionSha256).map((a) => a.partyId));
  const missing = facts.parties.filter((party) => !accepted.has(party.id));
  return missing.length === 0
    ? met('C05', 'question-accepted')
    : unmet('C05', 'question-not-accepted', { parties: names(missing), count: missing.length });
}

/**
 * Every title is judged; the first that is at fault is told, the main one's length when none is. One that a further language lacks is for freezing to ask for
 * (SPEC LG2), which says in which language.
 */
function neutralTitle({ title, otherTitles, ratingWords }: RecordFacts): ClauseFinding {
  const main = titleFinding(title.trim(), ratingWords);
  const others = otherTitles.filter((other) => !isBlank(other)).map((other) => titleFinding(other.trim(), ratingWords));
  return [main, ...others].find((finding) => !finding.met) ?? main;
}

function titleFinding(title: string, ratingWords: readonly string[]): ClauseFinding {
  const characters = lengthOf(title);
  if (isBlank(title)) return unmet('C06', 'title-missing');
  if (characters > paragraphLimits.title) return unmet('C06', 'title-long', { characters, limit: paragraphLimits.title });
  const word = ratingWordIn(title, ratingWords);
  return word === undefined
    ? met('C06', 'title-neutral', { characters, limit: paragraphLimits.title })
    : unmet('C06', 'title-rates', { word });
}

function minimumSources(facts: RecordFacts, { minSources }: CharterParameters): ClauseFinding {
  const count = accepted(facts).length;
  const waiting = facts.sources.length - count;
  return count >= minSources
    ? met('C07', 'sources-enough', { count, needed: minSources })
    : unmet('C07', 'sources-few', { count, needed: minSources, waiting });
}

function independence(facts: RecordFacts, { minIndependenceGroups, minNonAligned }: CharterParameters): ClauseFinding {
  const sources = accepted(facts);
  const groups = new Set(sources.map((source) => source.group)).size;
  if (groups < minIndependenceGroups) return unmet('C08', 'owners-few', { count: groups, needed: minIndependenceGroups });
  const alignedWith = new Set(
    sources.map((source) => (source.alignment.kind === 'party' ? source.alignment.partyId : source.alignment.kind)),
  );
  const [only] = alignedWith;
  const party = facts.parties.find(({ id }) => id === only);
  if (alignedWith.size === 1 && party !== undefined) return unmet('C08', 'sources-one-sided', { party: party.name });
  const nonAligned = sources.filter((source) => source.alignment.kind === 'none').length;
  if (nonAligned < minNonAligned) return unmet('C08', 'non-aligned-few', { count: nonAligned, needed: minNonAligned });
  return met('C08', 'owners-enough', { count: groups, nonAligned });
}

function primaryFirst(facts: RecordFacts, { minPrimary }: CharterParameters): ClauseFinding {
  const count = accepted(facts).filter((source) => source.primacy === 'primary').length;
  if (count >= minPrimary) return met('C09', 'primary-enough', { count });
  return isBlank(facts.primaryJustification ?? '')
    ? unmet('C09', 'primary-few', { count, needed: minPrimary })
    : met('C09', 'primary-justified');
}

function bothSides(facts: RecordFacts): ClauseFinding {
  const lacking = (['supports', 'undermines'] as const).flatMap((stance) => {
    if (accepted(facts).some((source) => source.stance === stance)) return [];
    const searched = new Set(facts.searches.filter((search) => search.stance === stance).map((search) => search.partyId));
    const missing = facts.parties.filter((party) => !searched.has(party.id));
    return missing.length === 0 ? [] : [{ stance, missing }];
  });
  const [first] = lacking;
  if (first === undefined) return met('C10', 'both-sides');
  return unmet('C10', first.stance === 'supports' ? 'no-supporting-source' : 'no-undermining-source', {
    parties: names(first.missing),
    count: first.missing.length,
  });
}

function interests(facts: RecordFacts, { allowUnknownInterest }: CharterParameters): ClauseFinding {
  const unknown = accepted(facts).filter((source) => source.interest === 'unknown');
  if (allowUnknownInterest) return met('C11', 'interests-declared');
  // Of no source nothing has been declared: "met" would praise an empty list.
  if (accepted(facts).length === 0) return unmet('C11', 'interests-of-none');
  if (unknown.length === 0) return met('C11', 'interests-declared');
  return unmet('C11', 'interests-unknown', {
    count: unknown.length,
    sources: unknown.map((source) => `E${source.number}`).join(', '),
  });
}

/** A confirmed reply ends the waiting at once, and so does the word of every party that none is to be asked for; silence ends it with the window (SPEC RR2–RR6). */
function rightOfReply({ parties, reply }: RecordFacts, { replyWindowHours }: CharterParameters): ClauseFinding {
  const { now, askedAt, waiting, confirmed, late, waivers } = reply;
  if (late > 0) return unmet('C18', 'reply-after-freeze', { count: late });
  if (waiting > 0) return unmet('C18', 'reply-unconfirmed', { count: waiting });
  if (confirmed > 0) return met('C18', 'reply-given', { count: confirmed });
  const missing = parties.filter(({ id }) => !waivers.includes(id));
  if (missing.length === 0) return met('C18', 'reply-waived');
  if (askedAt === undefined)
    return waivers.length === 0
      ? unmet('C18', 'reply-not-asked', { hours: replyWindowHours })
      : unmet('C18', 'reply-not-waived-by-all', { parties: names(missing), count: missing.length });
  const hours = hoursLeft(askedAt, replyWindowHours, now);
  return hours > 0 ? unmet('C18', 'reply-window-open', { hours }) : met('C18', 'reply-none', { hours: replyWindowHours });
}

/** Only accepted sources count and enter the record. */
function accepted(facts: RecordFacts): SourceFacts[] {
  return facts.sources.filter((source) => source.state === 'accepted');
}

function names(parties: { name: string }[]): string {
  return parties.map((party) => party.name).join(', ');
}
