import { eq, max } from 'drizzle-orm';
import { type Corrected, correctedBy, standingRevision } from '@/commands/corrections/corrected-revision';
import type { ClaimRow } from '@/commands/load-claim';
import type { Db, Tx } from '@/db/handle';
import { type CharterInForce, partiesThatLeft } from '@/db/queries/charter-of-claim';
import { factsOf, firstOf } from '@/db/queries/record-facts';
import { type RecordParts, recordParts } from '@/db/queries/record-parts';
import { revisions } from '@/db/schema';
import { findingsUnder, lists } from '@/domain/charter/charter-text';
import { checkRecord } from '@/domain/charter/check-record';
import { partyHasLeft, signingParties } from '@/domain/charter/consent';
import type { ClauseFinding } from '@/domain/charter/finding';
import type { RecordDraft } from '@/domain/record/draft';
import { type FreezeRefusal, type FrozenBytes, freezeRecord } from '@/domain/record/freeze';
import { type FrozenFile, FrozenRecord, type FrozenReply, type FrozenSource } from '@/domain/record/frozen-record';
import { isUnchanged } from '@/domain/record/unchanged';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { independenceGroup } from '@/domain/source/independence-group';
import { saltOfRound } from './salt-of-round';

/** The same words are published already: superseding them with themselves would tell readers of a change that there is not (SPEC R10). */
export type UnchangedRefusal = Refusal<'record-unchanged'> & { number: number };

export type BuiltRecord = {
  number: number;
  charter: CharterInForce;
  findings: ClauseFinding[];
  frozen: Result<FrozenBytes, FreezeRefusal | UnchangedRefusal>;
  /** What it would correct, under a charter that grades corrections (C33). */
  corrected?: Corrected;
};

/**
 * The record of a claim as it would be frozen from a draft, and what the charter says of it. A preview and a proposal call this same function, so that what
 * the proposer reads is what is frozen (SPEC R9). Its parties and their standing are those of the charter's bytes (SPEC H7).
 */
export async function buildRecord(
  claim: ClaimRow,
  { draft, now }: { draft: RecordDraft; now: Date },
  conn: Db | Tx,
): Promise<Result<BuiltRecord, Refusal<'no-charter-in-force'>>> {
  const at = { claimId: claim.id, workspaceId: claim.workspaceId };
  const parts = await recordParts(at, conn);
  const { charter } = parts;
  if (charter === undefined) return refuse({ code: 'no-charter-in-force' });
  const { parameters } = charter.charter;
  // Whose acceptance, search and waiver counts is said by the charter that binds the claim, whoever else works at the desk meanwhile (SPEC H7).
  const asked = new Set(signingParties(charter.charter).map(({ id }) => id));
  const isAsked = ({ partyId }: { partyId: string }) => asked.has(partyId);
  const ratings = parameters.ratings.map((rating) => rating.key);
  const facts = factsOf(parts, { draft, language: claim.mainLanguage, ratings, now });
  const number = await nextNumber(claim.id, conn);
  const frozen = freezeRecord({
    workspace: claim.workspaceId,
    claim: claim.id,
    salt: await saltOfRound({ claimId: claim.id, number }, conn),
    charter: { number: charter.number, sha256: charter.sha256 },
    language: claim.mainLanguage,
    languages: claim.languages,
    draft,
    ratings,
    parties: parts.parties.map(({ id, name, letter, position, standing }) => ({ id, name, letter, position, standing })),
    appearances: parts.appearances.map(({ title, url, seenOn, locator }) => ({
      title,
      url: url ?? undefined,
      seenOn,
      locator: locator ?? undefined,
    })),
    acceptances: parts.acceptances
      .filter((a) => isAsked(a) && a.questionSha256 === facts.questionSha256)
      .map(({ partyId, questionSha256 }) => ({ party: partyId, questionSha256 })),
    sources: frozenSources(parts),
    searches: parts.searches.filter(isAsked).map(({ partyId, stance, note }) => ({ party: partyId, stance, note })),
    primaryJustification: parts.primaryJustification,
    reply: lists(charter.charter, 'C18') ? frozenReply(parts, parameters.replyWindowHours, asked) : undefined,
  });
  const standing = await standingRevision(claim.id, conn);
  const isGraded = frozen.ok && standing !== undefined && lists(charter.charter, 'C33');
  const unchanged = frozen.ok && standing !== undefined && isSaidAlready(standing, frozen.value.record);
  return ok({
    number,
    charter,
    findings: [
      ...(await findingsOfExit(charter, conn)),
      ...findingsUnder(charter.charter, checkRecord('propose', facts, parameters)),
    ],
    frozen: unchanged ? refuse({ code: 'record-unchanged', number: standing.number }) : frozen,
    ...(isGraded ? { corrected: correctedBy(standing, frozen.value.record, parameters) } : {}),
  });
}

/** Nothing is frozen that nobody could publish: a party of the charter has left it (C39). */
async function findingsOfExit({ charter }: CharterInForce, conn: Db | Tx): Promise<ClauseFinding[]> {
  const left = await partiesThatLeft({ workspaceId: charter.workspace }, conn);
  const gone = signingParties(charter).filter(({ id }) => left.includes(id));
  return gone.length === 0 ? [] : [partyHasLeft(gone)];
}

/** A joint verdict says so already. After a deadlock or a retraction the same words may yet be signed by everybody. */
function isSaidAlready(standing: NonNullable<Awaited<ReturnType<typeof standingRevision>>>, record: FrozenRecord): boolean {
  if (standing.state !== 'published' || standing.outcome !== 'joint') return false;
  return isUnchanged(record, FrozenRecord.parse(JSON.parse(new TextDecoder().decode(standing.bytes))));
}

/** Revisions count every freeze. The claim is locked when the number is used. */
async function nextNumber(claimId: string, conn: Db | Tx): Promise<number> {
  const [row] = await conn
    .select({ last: max(revisions.number) })
    .from(revisions)
    .where(eq(revisions.claimId, claimId));
  return (row?.last ?? 0) + 1;
}

/** Only accepted sources enter a record (SPEC H3). */
function frozenSources({ sources, publishers }: RecordParts): FrozenSource[] {
  const nameOf = new Map(publishers.map(({ id, name }) => [id, name]));
  return sources
    .filter(({ source }) => source.state === 'accepted')
    .map(({ source, publisher, file }) => {
      const group = independenceGroup(publisher.id, publishers);
      return {
        id: source.id,
        number: source.number,
        kind: source.kind,
        url: source.url ?? undefined,
        file: file === null ? undefined : frozenFile(file),
        title: source.title,
        publisher: {
          name: publisher.name,
          owner: nameOf.get(group) ?? publisher.name,
          country: publisher.country ?? undefined,
          alignment: publisher.alignment,
          alignedWith: publisher.alignedPartyId ?? undefined,
        },
        group,
        language: source.language,
        publishedOn: source.publishedOn ?? undefined,
        stance: source.stance,
        primacy: source.primacy,
        interest: source.interest,
        interestNote: source.interestNote ?? undefined,
        says: source.says,
        quotation: source.quotation ?? undefined,
        locator: source.locator ?? undefined,
        attachedBy: source.attachedByParty,
        acceptedBy: source.decidedByParty ?? '',
      };
    });
}

/** Only what another party confirmed is a reply (SPEC RR3). A waiver counts with those of all parties, and a lone one is still what its party said. */
function frozenReply(
  { reply: { contacts, replies, waivers } }: RecordParts,
  windowHours: number,
  asked: ReadonlySet<string>,
): FrozenReply {
  const askedAt = firstOf(contacts);
  return {
    ...(askedAt && { askedAt: `${askedAt.toISOString().slice(0, 19)}Z` }),
    windowHours,
    contacts: contacts.map(({ partyId, contactedOn, channel, asked }) => ({ party: partyId, on: contactedOn, channel, asked })),
    replies: replies
      .filter(({ state }) => state === 'confirmed')
      .map(({ id, text, language, receivedOn, partyId, decidedByParty }) => ({
        ...{ id, text, language, receivedOn },
        ...{ receivedBy: partyId, confirmedBy: decidedByParty ?? '' },
      })),
    waivers: waivers.filter(({ partyId }) => asked.has(partyId)).map(({ partyId, reason }) => ({ party: partyId, reason })),
  };
}

function frozenFile({ sha256, sizeBytes, mediaType }: NonNullable<RecordParts['sources'][number]['file']>): FrozenFile {
  return { sha256, sizeBytes, mediaType };
}
