import { retractionReasonMinimum } from '@/domain/correction/grades';
import { paragraphLimits } from '@/domain/record/shape';
import type { CharterWords } from './charter-words';
import { freshForMs, reasonMinimum } from './check-signing';
import type { ProofKind } from './parameters';

/** The charter in English: plain words, each of which the software can be held to. */
export const englishCharter: CharterWords = {
  title: (workspace) => `Information charter of ${workspace}`,
  preamble: ({ signing, observing }) =>
    [
      `This charter binds ${list(signing)} (the signing parties; in each clause, “party” means one of them).`,
      observing.length > 0
        ? `${list(observing)} ${observing.length === 1 ? 'observes' : 'observe'}: an observing party reads, comments and may attest that the procedure was kept. It neither edits the record nor consents for anybody.`
        : '',
      'The parties check claims together and publish what they find together. A finding is theirs in common or it is not published as such. Each party keeps its own view of the conflict; none of them signs for another.',
      'The charter is in force once every party has ratified exactly this text, by its SHA-256. A claim is bound by the version that was in force when it was opened. Clauses marked fixed cannot be changed by any version.',
    ]
      .filter((sentence) => sentence !== '')
      .join('\n\n'),
  clauses: (p) => ({
    C01: {
      title: 'Attributed claim',
      text: `A claim is checked in the words in which it was made, at most ${number(paragraphLimits.claimText)} characters, with at least ${count(p.minAppearances, 'place', 'places')} where it appeared.`,
    },
    C02: {
      title: 'Checkable statement',
      text: 'Whoever opens a claim says what kind of statement it is. Only a statement of fact is opened. An opinion, a prediction or a value judgement is closed as not checkable, and the closing says which it is.',
    },
    C05: {
      title: 'Question first',
      text: 'Before a verdict is proposed, each party accepts the exact wording of the question that is being answered. A change to the question, however small, is a new question and asks for acceptance again.',
    },
    C06: {
      title: 'Neutral title',
      text: `The title states the claim in neutral words, in at most ${paragraphLimits.title} characters, and contains no word that rates it.`,
    },
    C07: {
      title: 'Minimum sources',
      text: `A verdict rests on at least ${count(p.minSources, 'accepted source', 'accepted sources')}. A source counts once a party other than the one that attached it has accepted its description.`,
    },
    C08: {
      title: 'Independence',
      text: `The accepted sources have at least ${count(p.minIndependenceGroups, 'owner', 'different owners')}; sources with one owner count once. They are not all aligned with one party, and at least ${count(p.minNonAligned, 'is', 'are')} known to be aligned with none. An unknown alignment does not count as none.`,
    },
    C09: {
      title: 'Primary first',
      text: `At least ${count(p.minPrimary, 'accepted source is', 'accepted sources are')} primary, or the record states in writing why there is none.`,
    },
    C10: {
      title: 'Both sides of the evidence',
      text: 'The record holds at least one accepted source that supports the claim and one that undermines it. Where either is lacking, each party records that it searched and found none, and how.',
    },
    C11: {
      title: 'Interests of sources',
      text: p.allowUnknownInterest
        ? 'The interest of each source in the matter is stated: none, declared and named, or unknown.'
        : 'The interest of each accepted source in the matter is stated: none, or declared and named. A source whose interest is unknown keeps a verdict from being proposed.',
    },
    C18: {
      title: 'Right of reply',
      text: `Before a verdict is proposed, whoever made the claim is asked for a reply, and ${count(p.replyWindowHours, 'hour passes', 'hours pass')} after the first contact is recorded, unless they answer earlier or each party waives the reply with a reason. A reply is signed and printed word for word once another party than the one that received it confirms it; one that comes after the freeze holds publication.`,
    },
    C19: {
      title: 'Conflicts of interest',
      text: `Whoever signs has declared what they have an interest in, or that there is nothing, at most ${count(p.interestDays, 'day', 'days')} before; every member reads it. With each signature they say whether they have a conflict of interest in this claim. Who has one stands aside.`,
    },
    C20: {
      title: 'No sign-off of one’s own work (fixed)',
      text: `Nobody signs a revision that they proposed, or of whose text they wrote more than ${p.ownWorkSharePercent} per cent, as counted by the server.`,
    },
    C21: {
      title: 'Every party signs',
      text: `A verdict is called joint when each party has at least ${count(p.signersPerParty, 'valid approval', 'valid approvals')} and no dissent stands. Silence, abstention, recusal, objection and dissent are not consent.`,
    },
    C22: {
      title: 'Distinct persons',
      text: `A person signs a revision once and for one party, within ${freshForMs / 60_000} minutes of proving who they are. ${proofWords[p.weakestProof]}`,
    },
    C23: {
      title: 'Bound to the exact record (fixed)',
      text: 'A sign-off names the SHA-256 of the record and of the charter version. It counts for these bytes and for no others; any change makes another revision.',
    },
    C25: {
      title: 'Deadline',
      text: `The time for signing lasts ${count(p.signoffHours, 'hour', 'hours')} from the freeze. Those who are waited for are reminded after half and after nine tenths of it. An objection, on the ground of safety, law, scope or evidence that is on its way, ${p.objectionHours === 0 ? 'holds nothing' : `holds the clock for ${count(p.objectionHours, 'hour', 'hours')}, once for each party and revision`}; what stands of it at the deadline counts as a dissent. Who has not signed by then has taken no position.`,
    },
    C26: {
      title: 'Reasons (fixed)',
      text: `A dissent, an objection, an abstention or a recusal states a reason of at least ${reasonMinimum} characters and names the clause or the source on which it rests. The reason is kept.`,
    },
    C27: {
      title: 'Deadlock is an outcome',
      text: `A dissent returns the claim to work; in round ${p.maxRounds} of a claim it stands instead. When the deadline is over, or each party has spoken in that round, ${p.mediationHours === 0 ? 'no mediation follows' : `mediation follows for ${count(p.mediationHours, 'hour', 'hours')}`}; then the outcome is published as what it is: with dissent, split, or no joint finding. The finding of one party is never published as joint, and nobody is counted by their silence. A revision of which no party has spoken expires, and nothing of it is published.`,
    },
    C28: {
      title: 'Equal room',
      text: `What a signer states has at most ${count(p.dissentWords, 'word', 'words')}, the same for every position. A dissent is printed beside the verdict in the same size of type, and nobody else edits it.`,
    },
    C29: {
      title: 'Cooling-off',
      text:
        p.coolingOffHours === 0
          ? 'A verdict is published as soon as its outcome stands.'
          : `Between the outcome and its publication lie ${count(p.coolingOffHours, 'hour', 'hours')}. Until then anybody who signed may withdraw their sign-off, with a reason; the revision then waits for signatures again.`,
    },
    C30: {
      title: 'Simultaneous release (fixed)',
      text: 'A verdict is published for everybody in one instant. Nobody outside the desk sees it earlier, by any route.',
    },
    C31: {
      title: 'Safety hold',
      text:
        p.safetyHoldHours === 0
          ? 'No party holds up a publication.'
          : `During the cooling-off each party may hold up the publication once, for at most ${count(p.safetyHoldHours, 'hour', 'hours')}, with a reason that is kept. How often a party did so is public.`,
    },
    C32: {
      title: 'Correction route',
      text: `Anybody may challenge a published verdict by a form on its page. A member acknowledges the challenge within ${count(p.ackHours, 'hour', 'hours')}, and it is decided within ${count(p.decideHours, 'hour', 'hours')}; both clocks are public. One party’s word accepts it for correction; declining it takes every party, each with a public reason of at least ${reasonMinimum} characters.`,
    },
    C33: {
      title: 'Graded corrections',
      text: `Another revision of a verdict is a minor correction, an update or a substantial correction, with a reason in public. It is minor when at most ${count(p.minorCharacters, 'character', 'characters')} of the text differ, no figure, no citation and nothing of the verdict itself; an update when facts are only added; and substantial otherwise. No party calls it less than that. Every party signs each of them, and nobody signs a substantial correction of what they wrote.`,
    },
    C34: {
      title: 'Visible corrections (fixed)',
      text: 'The page of a corrected verdict says so above everything else, with the date, the reason and what changed. The earlier revision keeps its address. Feeds and machine-readable reviews follow at once.',
    },
    C35: {
      title: 'Retraction',
      text: `A verdict is retracted by the same quorum that publishes one: each party signs a statement with the reason, of at least ${retractionReasonMinimum} characters. The address then says that it was retracted, when, why and by whom, and the revisions stay where they are.`,
    },
    C38: {
      title: 'Amendment',
      text: `Another version of this charter needs the ratification of every signing party of this version and of every signing party of the other one. It is in force ${p.noticeDays === 0 ? 'as soon as the last has ratified' : `${count(p.noticeDays, 'day', 'days')} after the last of these`}, and the public reads of it from then on. A claim that is open keeps its version, unless every signing party agrees in its case.`,
    },
    C39: {
      title: 'Membership and exit (fixed)',
      text: 'No party removes another’s members or puts anybody in their place. A party leaves by the word of its own moderators, with a reason. What it signed stays and is marked as that of a party that left. What is being signed then goes back to work, and nothing more is published under a charter that still names it.',
    },
    C40: {
      title: 'Transparency',
      text:
        p.transparencyDays === 0
          ? 'The desk may say in public how it works, who works in it and who pays. Under this charter nothing waits for it.'
          : `The desk says in public how it works, how it corrects itself and how it is reached, in words that every party has confirmed, and each party says who works for it here and who pays. Nothing is published while one of these is missing or was last confirmed more than ${count(p.transparencyDays, 'day', 'days')} ago.`,
    },
    C42: {
      title: 'Parity report',
      text: 'For each party the desk publishes the same figures: the claims it brought and their outcomes, what it said of the revisions that asked it, how long it took, and the holds and corrections.',
    },
  }),
};

function count(n: number, one: string, many: string): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** A thousand with a comma, without asking the language data of the machine: the same charter has the same bytes everywhere. */
function number(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

function list(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** How a sign-off is confirmed at least (C22). */
const proofWords: Record<ProofKind, string> = {
  passkey: 'A sign-off is confirmed with a personal key.',
  code: 'A sign-off is confirmed with a personal key or with a code of the second factor; readers are told which.',
  password:
    'A sign-off is confirmed with a personal key, with a code of the second factor, or with the password alone; readers are told which.',
};
