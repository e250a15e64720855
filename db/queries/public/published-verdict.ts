import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterVersions, claims, revisions, verdicts } from '@/db/schema';
import { Charter, lists } from '@/domain/charter/charter-text';
import type { Rating } from '@/domain/charter/parameters';
import { isRated, type Outcome } from '@/domain/claim/outcomes';
import type { ShownRecord } from '@/domain/record/frozen-record';
import {
  correctionsOf,
  faultsOfCorrection,
  type PublicCorrection,
  type PublicRetraction,
  retractionsOf,
} from './after-publication';
import { type PublicAttestation, publicAttestationsOf } from './attestations';
import { type Broken, faultOfBytes } from './broken-bytes';
import { type EndedRevision, endedRevisions } from './ended-revisions';
import { leftParties } from './left-parties';
import { type MentionedParty, mentionedParties } from './mentioned-parties';
import { isPublished, recordOf } from './published';
import { outcomeOfPublished, shownRecord } from './shown-record';
import { type PublicSignOff, signOffsOf } from './sign-offs-of';
import { type SigningStep, signingHistory } from './signing-history';

/** A published revision in the history of its verdict. Times are ISO 8601. */
export type PublicRevision = {
  number: number;
  sha256: string;
  outcome: Outcome;
  frozenAt: string;
  publishedAt: string;
  /** That it corrected the one before it (C34), and when it was retracted, if it was (C35). */
  correction?: PublicCorrection;
  retractedAt?: string;
};

/** All that a verdict page says: the frozen record, who signed these bytes, and how they came to be. */
export type PublishedVerdict = {
  slug: string;
  /** What the revision that is shown was published as: another one may have been published as something else (SPEC O1). */
  outcome: Outcome;
  /** The revision that is shown. */
  number: number;
  sha256: string;
  /** Without its rating where none was adopted (SPEC O2). */
  record: ShownRecord;
  /** Parties that it mentions and does not list (SPEC R16). */
  mentioned: MentionedParty[];
  signOffs: PublicSignOff[];
  /** What observing parties attest of the procedure: no consent (SPEC AT5). */
  attestations: PublicAttestation[];
  charter: {
    number: number;
    sha256: string;
    /** The scale that a rating stands on; empty where there is none (SPEC O2). */
    ratings: Rating[];
    /** How many approvals make a party's. */
    signersPerParty: number;
    /** The most words of a statement (C28); 0 is no limit. */
    dissentWords: number;
    /** Within how many hours a challenge is answered (C32); null under a charter that has no such clause. */
    correctionRoute: { ackHours: number; decideHours: number } | null;
  };
  /** The revision that counts now: another one than `number` when a superseded one is shown. */
  current: number;
  firstPublishedAt: string;
  publishedAt: string;
  openedAt: string | null;
  history: PublicRevision[];
  /** That the revision that is shown corrected another (C34), or was retracted (C35). */
  correction: PublicCorrection | null;
  retraction: PublicRetraction | null;
  /** Parties of the record that have left the charter since (C39). */
  left: { party: string; at: string }[];
  /** The revisions below the current one that were never published. */
  ended: EndedRevision[];
  /** Objections to the published revisions, and sign-offs of them that were taken back. */
  signing: SigningStep[];
};

/** A published revision of which nothing is printed: some of its bytes are not those that were signed (SPEC R11). */
export type BrokenVerdict = Broken & { slug: string; number: number };

/** A verdict by its address: the revision that counts, or an older published one by number. Null for everything that is not published. */
export async function publishedVerdict(
  { workspaceId, slug, number }: { workspaceId: string; slug: string; number?: number },
  conn: Db,
): Promise<PublishedVerdict | BrokenVerdict | null> {
  const shown = await shownRevision(and(eq(verdicts.workspaceId, workspaceId), eq(verdicts.slug, slug)), number, conn);
  if (shown === undefined) return null;
  const { verdict, revision, charter } = shown;
  const signed = (await signOffsOf([revision.id], conn)).get(revision.id) ?? { signOffs: [], broken: [] };
  const observed = await publicAttestationsOf(revision, conn);
  const signing = await signingHistory({ claimId: verdict.claimId }, conn);
  const faults = [
    faultOfBytes('record', revision),
    faultOfBytes('charter', charter),
    ...signed.broken,
    ...signing.broken,
    ...observed.broken,
    ...(await faultsOfCorrection(revision.id, conn)),
  ];
  const retracted = await retractionsOf([revision.id], conn);
  const broken = [...faults.filter((fault) => fault !== undefined), ...(retracted.get(revision.id)?.broken ?? [])];
  if (broken.length > 0) return { broken, slug: verdict.slug, number: revision.number };
  const history = await conn
    .select()
    .from(revisions)
    .where(and(eq(revisions.claimId, verdict.claimId), isPublished))
    .orderBy(asc(revisions.number));
  const ids = history.map(({ id }) => id);
  const [corrected, ended] = await Promise.all([correctionsOf(ids, conn), retractionsOf(ids, conn)]);
  const current = history.find(({ id }) => id === verdict.revisionId)?.number ?? revision.number;
  const outcome = outcomeOfPublished(revision);
  const record = shownRecord(recordOf(revision.bytes), outcome);
  const among = record.parties.map(({ id }) => id);
  const text = Charter.parse(JSON.parse(new TextDecoder().decode(charter.bytes)));
  const { ratings, ackHours, decideHours, signersPerParty, dissentWords } = text.parameters;
  return {
    slug: verdict.slug,
    outcome,
    number: revision.number,
    sha256: revision.sha256,
    record,
    mentioned: await mentionedParties({ workspaceId, record, ...signed, ...observed, steps: signing.steps }, conn),
    signOffs: signed.signOffs,
    attestations: observed.attestations,
    charter: {
      ...{ number: charter.number, sha256: charter.sha256, signersPerParty, dissentWords },
      ratings: isRated(outcome) ? ratings : [],
      correctionRoute: lists(text, 'C32') ? { ackHours, decideHours } : null,
    },
    current,
    firstPublishedAt: verdict.firstPublishedAt.toISOString(),
    publishedAt: (revision.publishedAt ?? verdict.publishedAt).toISOString(),
    openedAt: shown.openedAt?.toISOString() ?? null,
    history: history.flatMap((row) =>
      row.publishedAt === null
        ? []
        : [
            {
              number: row.number,
              sha256: row.sha256,
              outcome: outcomeOfPublished(row),
              frozenAt: row.frozenAt.toISOString(),
              publishedAt: row.publishedAt.toISOString(),
              ...afterwards(corrected.get(row.id), ended.get(row.id)?.retraction.at),
            },
          ],
    ),
    correction: corrected.get(revision.id) ?? null,
    retraction: retracted.get(revision.id)?.retraction ?? null,
    left: (await leftParties({ workspaceId, among }, conn)).map(({ party, at }) => ({ party, at })),
    ended: await endedRevisions({ claimId: verdict.claimId, current }, conn),
    signing: signing.steps,
  };
}

function afterwards(correction: PublicCorrection | undefined, retractedAt: string | undefined) {
  return { ...(correction && { correction }), ...(retractedAt === undefined ? {} : { retractedAt }) };
}

async function shownRevision(verdict: SQL | undefined, number: number | undefined, conn: Db) {
  const which = number === undefined ? eq(revisions.id, verdicts.revisionId) : eq(revisions.number, number);
  const [row] = await conn
    .select({ verdict: verdicts, revision: revisions, charter: charterVersions, openedAt: claims.openedAt })
    .from(verdicts)
    .innerJoin(claims, eq(claims.id, verdicts.claimId))
    .innerJoin(revisions, eq(revisions.claimId, verdicts.claimId))
    .innerJoin(charterVersions, eq(charterVersions.id, revisions.charterVersionId))
    .where(and(verdict, which, isPublished));
  return row;
}
