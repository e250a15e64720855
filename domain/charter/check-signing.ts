import { visibleLength, wordCount } from '@/domain/record/draft';
import type { ClauseId } from './clauses';
import type { OwnWorkFacts, SigningFacts } from './facts';
import { type ClauseFinding, met, unmet } from './finding';
import { type CharterParameters, proofs } from './parameters';

/** How long a proof of identity stays fresh (C22). */
export const freshForMs = 10 * 60 * 1000;
/** The least a reason says (C26), in characters that a reader sees; the database counts the same. */
export const reasonMinimum = 40;
/** A thousand words, the most that a charter can allow (C28), at eight characters each. */
export const statementLimit = 8000;

type Signer = { signer: Pick<SigningFacts['signer'], 'personId'> };
type OwnWork = Signer & OwnWorkFacts;
type Check = (facts: SigningFacts, parameters: CharterParameters) => ClauseFinding;

const checks: Partial<Record<ClauseId, Check>> = {
  C19: interestsOfSigner,
  C20: ownWork,
  C22: distinctHumans,
  C23: boundToHash,
  C25: inTime,
  C26: reasons,
  C28: wordLimit,
  C33: othersWork,
};

/** What each clause of signing says of one person about to sign, in the charter's order. SPEC H1. */
export function checkSigning(facts: SigningFacts, parameters: CharterParameters): ClauseFinding[] {
  return Object.values(checks).map((check) => check(facts, parameters));
}

const dayMs = 24 * 60 * 60 * 1000;
/** What somebody says of a claim in which they have an interest: that they stand aside. */
const standingAside: readonly string[] = ['recuse'];

/** A signer's interests are known and fresh, and who declares a conflict in this claim, or has declared one of this revision, takes no position on it. */
export function interestsOfSigner(
  {
    declaredMsAgo,
    conflict,
    hasDeclaredConflict,
    decision,
  }: Pick<SigningFacts, 'declaredMsAgo' | 'conflict' | 'hasDeclaredConflict' | 'decision'>,
  { interestDays: days }: CharterParameters,
): ClauseFinding {
  // A word that could be taken back with its sign-off would keep nobody from signing.
  if (conflict === 'declared' || hasDeclaredConflict)
    return standingAside.includes(decision) ? met('C19', 'conflict-stands-aside') : unmet('C19', 'conflict-declared');
  if (declaredMsAgo === undefined) return unmet('C19', 'interests-not-said');
  // Asked this way round, a time that is no number is not fresh.
  if (!(declaredMsAgo <= days * dayMs)) return unmet('C19', 'interests-old', { days });
  return conflict === undefined ? unmet('C19', 'conflict-not-said') : met('C19', 'no-conflict');
}

/**
 * What keeps a person from signing a revision whatever they would say of it: it is their own work (C20), it corrects their own work in substance (C33), or they have signed it (C22). Lists of what waits
 * for somebody ask this, so that nobody is sent to a page that then refuses them (SPEC H6).
 */
export function barsToSigning(
  facts: OwnWork & Pick<SigningFacts, 'earlier' | 'corrected'>,
  parameters: CharterParameters,
): ClauseFinding[] {
  return [ownWork(facts, parameters), othersWork(facts, parameters), ...signedBefore(facts)].filter((finding) => !finding.met);
}

/** The signer's share of a text in whole per cent, rounded up: limits are whole, so 10.01 % is more than 10, and is told as 11. */
export function shareOf(personId: string, authors: SigningFacts['authors']): number {
  const total = authors.reduce((sum, author) => sum + author.characters, 0);
  const own = authors.reduce((sum, author) => (author.personId === personId ? sum + author.characters : sum), 0);
  return total === 0 ? 0 : Math.ceil((own * 100) / total);
}

/** Binds every sign-off, a dissent as well: an author's party has another moderator to speak for it. */
export function ownWork(
  { signer, proposedBy, authors }: OwnWork,
  { ownWorkSharePercent: limit }: CharterParameters,
): ClauseFinding {
  if (proposedBy === signer.personId) return unmet('C20', 'own-proposal');
  const share = shareOf(signer.personId, authors);
  return share > limit ? unmet('C20', 'own-work', { share, limit }) : met('C20', 'not-own-work', { share, limit });
}

/** What was wrong in substance is looked at again by people who did not write it. */
function othersWork(
  { signer, corrected }: Signer & Pick<SigningFacts, 'corrected'>,
  parameters: CharterParameters,
): ClauseFinding {
  if (corrected === undefined) return met('C33', 'nothing-corrected-in-substance');
  const { facts, ...own } = ownWork({ signer, ...corrected }, parameters);
  if (own.met) return met('C33', 'not-own-work-corrected', facts);
  return unmet('C33', own.code === 'own-proposal' ? 'own-proposal-corrected' : 'own-work-corrected', facts);
}

function signedBefore({ signer, earlier }: Signer & Pick<SigningFacts, 'earlier'>): ClauseFinding[] {
  return earlier.some((signOff) => signOff.personId === signer.personId) ? [unmet('C22', 'already-signed')] : [];
}

function distinctHumans(facts: SigningFacts, parameters: CharterParameters): ClauseFinding {
  const [before] = signedBefore(facts);
  return before ?? freshProof(facts, parameters);
}

/** Whether who signs has proved who they are, just now and strongly enough. Who attests proves the same (SPEC AT6). */
export function freshProof(
  { confirmedMsAgo, proof }: Pick<SigningFacts, 'confirmedMsAgo' | 'proof'>,
  { weakestProof }: Pick<CharterParameters, 'weakestProof'>,
): ClauseFinding {
  if (proof !== undefined && proofs.indexOf(proof) > proofs.indexOf(weakestProof))
    return unmet('C22', 'proof-too-weak', { needed: weakestProof });
  // Asked this way round, a time that is no number is not fresh.
  if (!(confirmedMsAgo <= freshForMs)) return unmet('C22', 'not-confirmed', { minutes: freshForMs / 60_000 });
  return met('C22', 'confirmed', { minutes: Math.floor(Math.max(0, confirmedMsAgo) / 60_000) });
}

function boundToHash({ revision, named }: SigningFacts): ClauseFinding {
  const same = revision.sha256 === named.sha256 && revision.charterSha256 === named.charterSha256;
  return same ? met('C23', 'bound') : unmet('C23', 'not-these-bytes');
}

function inTime({ phase, decision }: SigningFacts): ClauseFinding {
  if (phase === 'over') return unmet('C25', 'signing-over');
  // An objection holds the clock, and there is no clock left to hold.
  if (decision === 'object' && phase !== 'signing') return unmet('C25', 'deadline-passed');
  return met('C25', phase === 'signing' ? 'before-deadline' : 'in-mediation');
}

function reasons({ decision, reason, cites, ground, citable }: SigningFacts, { signoffHours }: CharterParameters): ClauseFinding {
  const characters = visibleLength(reason ?? '');
  if (cites !== undefined && decision.startsWith('approve') && !citable.includes(cites))
    return unmet('C26', 'reason-cites-nothing');
  if (decision === 'approve') return met('C26', 'no-reason-needed');
  if (decision === 'approve-with-statement')
    return characters > 0 ? met('C26', 'statement-given') : unmet('C26', 'statement-missing');
  // A charter without a clock has nothing that an objection could hold, and says nothing of one.
  if (decision === 'object' && signoffHours === 0) return unmet('C26', 'no-objections-here');
  if (decision === 'object' && ground === undefined) return unmet('C26', 'ground-missing');
  if (characters < reasonMinimum) return unmet('C26', 'reason-short', { characters, needed: reasonMinimum });
  return cites !== undefined && citable.includes(cites) ? met('C26', 'reason-given') : unmet('C26', 'reason-cites-nothing');
}

/** The same for every position, so that none of them has more room beside a verdict than another. */
function wordLimit({ reason }: SigningFacts, { dissentWords: limit }: CharterParameters): ClauseFinding {
  const words = wordCount(reason ?? '');
  return limit > 0 && words > limit ? unmet('C28', 'words-many', { words, limit }) : met('C28', 'words-few', { words, limit });
}
