import type { Outcome } from '@/domain/claim/outcomes';
import type { Phase } from '@/domain/claim/signing-clock';
import type { StatementKind } from '@/domain/claim/statement-kinds';
import type { Section } from '@/domain/transparency/sections';
import type { CharterParameters, ProofKind } from './parameters';

/** A signing party, by id. Observing parties are not in these facts: in a clause "party" means a signing one. */
export type SigningParty = { id: string; name: string };

export type SourceFacts = {
  id: string;
  /** What people call it: 3 is E3. */
  number: number;
  stance: 'supports' | 'undermines' | 'context';
  primacy: 'primary' | 'secondary';
  interest: 'none' | 'declared' | 'unknown';
  /** The root owner of its publisher. */
  group: string;
  alignment: { kind: 'party'; partyId: string } | { kind: 'none' } | { kind: 'unknown' };
  state: 'proposed' | 'accepted' | 'disputed';
};

/** What is known of the claimant's reply (C18). Times are ISO 8601, in UTC. */
export type ReplyFacts = {
  now: string;
  /** When the first contact was recorded; absent while nobody asked. */
  askedAt?: string | undefined;
  /** Replies that wait for another party's word, those that it confirmed, and those that no signed record holds. */
  waiting: number;
  confirmed: number;
  late: number;
  /** Parties that waived it. */
  waivers: string[];
};

/** What the clauses of intake and proposal look at. */
export type RecordFacts = {
  parties: SigningParty[];
  claimText: string;
  /** What opening says that it is; absent while nobody has said. */
  statement: StatementKind | undefined;
  title: string;
  /** The titles in the record's other languages: what is signed is read in all of them (C06). */
  otherTitles: string[];
  question: string;
  questionSha256: string;
  appearances: number;
  /** Party ids with the digest of the question each accepted. */
  acceptances: { partyId: string; questionSha256: string }[];
  sources: SourceFacts[];
  searches: { partyId: string; stance: 'supports' | 'undermines' }[];
  primaryJustification: string | undefined;
  reply: ReplyFacts;
  /** Rating words of every interface language, so that a title is neutral in all of them (C06). */
  ratingWords: string[];
};

export const decisions = ['approve', 'approve-with-statement', 'dissent', 'object', 'abstain', 'recuse'] as const;
export type Decision = (typeof decisions)[number];

/** On what an objection may rest: somebody’s safety, a law, a question beyond what was agreed to be checked, or evidence that is on its way (C25). */
export const objectionGrounds = ['safety', 'law', 'scope', 'evidence-pending'] as const;
export type ObjectionGround = (typeof objectionGrounds)[number];

/** Who proposed a text, and how many characters of it each person wrote, from the log. */
export type OwnWorkFacts = { proposedBy: string; authors: { personId: string; characters: number }[] };

/** What the clauses of signing look at: one person about to sign one revision. */
export type SigningFacts = {
  signer: { personId: string; partyId: string; party: string };
  /** Milliseconds since the signer proved who they are. */
  confirmedMsAgo: number;
  /** Milliseconds since the signer declared their interests; absent for who never did in this seat. */
  declaredMsAgo: number | undefined;
  /** What the signer says of a conflict of interest in this claim. */
  conflict: 'none' | 'declared' | undefined;
  /** Whether they have declared one of this revision before, in a statement that stands or was taken back. */
  hasDeclaredConflict?: boolean | undefined;
  /** What the signature is confirmed with (C22); absent while nothing is signed yet. */
  proof?: ProofKind | undefined;
  proposedBy: string;
  /** Characters of the revision's text by person, from the log. */
  authors: { personId: string; characters: number }[];
  revision: { sha256: string; charterSha256: string };
  /** The digests that the signer's page named. */
  named: { sha256: string; charterSha256: string };
  earlier: { personId: string; partyId: string }[];
  /** Of a substantial correction, whose work the corrected revision was (C33). */
  corrected: OwnWorkFacts | undefined;
  /** Where the revision’s clock stands (C25). */
  phase: Phase;
  decision: Decision;
  /** What an objection rests on. */
  ground: ObjectionGround | undefined;
  reason: string | undefined;
  cites: string | undefined;
  /** Clause ids and source labels (E1 …) that exist here. */
  citable: string[];
};

export type SignOffFacts = { partyId: string; personId: string; decision: Decision; sha256: string; charterSha256: string };

/** Whose consent is asked, and by what right. */
export type ConsentFacts = {
  /** The signing parties that the record names. */
  asked: SigningParty[];
  /** Those that the bytes of its charter name. */
  charter: SigningParty[];
  /** Those of them that have not ratified the digest of these bytes. */
  unratified: SigningParty[];
  /** Those of the charter's that have left it (C39). */
  left: SigningParty[];
};

/** What a desk, or a party of it, says about itself: a statement that stands, and since when. */
export type StandingFacts = { section: Section; partyId: string | null; confirmedAt: Date };

/** What the clauses of publication look at. */
export type PublicationFacts = {
  consent: ConsentFacts;
  record: RecordFacts;
  revision: { sha256: string; charterSha256: string };
  /** Those that stand. */
  signOffs: SignOffFacts[];
  /** What it is to be published as. */
  outcome: Outcome;
  phase: Phase;
  now: Date;
  /** The end of its cooling-off, holds included; null when it had none (C29). */
  releasesAt: Date | null;
  /** The pauses that parties asked for, until when each lasts at most (C31). */
  holds: { partyId: string; party: string; until: Date }[];
  /** What the desk and its parties say about themselves, as far as it stands (C40). */
  statements: StandingFacts[];
  /** Whom the release is for. Anything but everybody at once is refused (C30). */
  audience: 'everybody' | { partyId: string };
};

export type { CharterParameters };
