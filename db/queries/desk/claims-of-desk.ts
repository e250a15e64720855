import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { arrayOf, isOneOf } from '@/db/one-of';
import { factsOf } from '@/db/queries/record-facts';
import { type RecordParts, recordPartsOf } from '@/db/queries/record-parts';
import { rows } from '@/db/rows';
import { claimAssignments, documentProjections, documents, people, signOffs } from '@/db/schema';
import { findingsUnder } from '@/domain/charter/charter-text';
import { checkRecord } from '@/domain/charter/check-record';
import type { Decision } from '@/domain/charter/facts';
import { clockOf, type RevisionClock } from '@/domain/claim/revision-stages';
import type { Member } from '@/domain/policies/actor';
import type { RecordDraft } from '@/domain/record/draft';
import { freezeNeeds } from '@/domain/record/freeze-needs';
import { inOrder } from '@/domain/record/languages';
import { stands } from '../stands';
import { type ClaimRow, claimRows } from './claim-rows';
import { visibleEvents } from './events-of-desk';

export type ListedClaim = Pick<
  ClaimRow,
  'id' | 'number' | 'stage' | 'heading' | 'language' | 'topics' | 'submittedByParty' | 'acceptedBy' | 'dueOn'
> & {
  /** The newest revision, if the claim was ever frozen. */
  revision: number | undefined;
  /** Where that revision stands and until when, while it is being decided. */
  clock: RevisionClock | undefined;
  signOffs: { partyId: string; decision: Decision }[];
  /** What is still missing before a revision can be proposed, by the charter and for freezing; absent where no charter asks for anything now. */
  clausesLeft: number | undefined;
  /** Who of the reader's own party has it in hand (SPEC D4). */
  assignee: { id: string; name: string } | undefined;
  changedAt: Date | undefined;
};

/** What the list says of these claims, in the order of their ids. For members of a party only (SPEC A5). */
export async function claimsOfDesk(
  { member, claimIds, now }: { member: Member; claimIds: readonly string[]; now: Date },
  conn: Db,
): Promise<ListedClaim[]> {
  if (claimIds.length === 0) return [];
  const { workspaceId } = member;
  const [found, changed, assigned] = await Promise.all([
    claimRows({ workspaceId, claimIds }, conn),
    lastChanges(claimIds, member, conn),
    assignments(claimIds, member, conn),
  ]);
  const open = found.filter(({ stage }) => stage === 'open').map(({ id }) => id);
  const current = found.flatMap(({ revisions }) => revisions.at(-1)?.id ?? []);
  const [parts, drafts, signed] = await Promise.all([
    recordPartsOf({ claimIds: open, workspaceId }, conn),
    draftsOf(open, conn),
    signOffsOf(current, conn),
  ]);
  const byId = new Map(found.map((row) => [row.id, row]));
  return claimIds.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { number, stage, heading, language, topics, submittedByParty, acceptedBy, dueOn } = row;
    const last = row.revisions.at(-1);
    return {
      ...{ id, number, stage, heading, language, topics, submittedByParty, acceptedBy, dueOn },
      revision: last?.number,
      clock: last && clockOf(last, now),
      signOffs: signed
        .filter(({ revisionId }) => revisionId === last?.id)
        .map(({ partyId, decision }) => ({ partyId, decision })),
      clausesLeft: clausesLeft(row, drafts.get(id), parts.get(id), now),
      assignee: assigned.find(({ claimId }) => claimId === id)?.person,
      changedAt: changed.get(id),
    };
  });
}

function clausesLeft(
  { id, language }: ClaimRow,
  drafted: Drafted | undefined,
  parts: RecordParts | undefined,
  now: Date,
): number | undefined {
  if (parts?.charter === undefined || drafted === undefined) return undefined;
  const { seq, draft } = drafted;
  const { charter } = parts.charter;
  const { parameters } = charter;
  const ratings = parameters.ratings.map(({ key }) => key);
  const facts = factsOf(parts, { draft, language, ratings, now });
  const languages = inOrder({ main: language, all: parts.languages });
  const faults = countOnce(`${id} ${seq} ${languages} ${ratings}`, () => faultsIn(draft, languages, ratings));
  return findingsUnder(charter, checkRecord('propose', facts, parameters)).filter((finding) => !finding.met).length + faults;
}

type Drafted = { seq: number; draft: RecordDraft };

/** The drafts of records as they were last projected, by their claims. */
async function draftsOf(claimIds: readonly string[], conn: Db): Promise<Map<string, Drafted>> {
  if (claimIds.length === 0) return new Map();
  const rows = await conn
    .select({ claimId: documents.claimId, seq: documentProjections.seq, draft: documentProjections.draft })
    .from(documentProjections)
    .innerJoin(documents, eq(documents.name, documentProjections.document))
    .where(isOneOf(documents.claimId, claimIds));
  return new Map(rows.flatMap(({ claimId, ...drafted }) => (claimId === null ? [] : [[claimId, drafted] as const])));
}

function faultsIn(draft: RecordDraft, languages: readonly string[], ratings: string[]): number {
  return freezeNeeds(draft, languages, ratings).filter(({ fault }) => fault !== undefined).length;
}

const counted = new Map<string, number>();
/** More than the desks of one process show before they change. */
const mostCounted = 50_000;

/** Reading every letter of forty drafts takes longer than asking for them, and a draft of one number never says anything else. */
function countOnce(key: string, count: () => number): number {
  const n = counted.get(key) ?? count();
  if (counted.size >= mostCounted) counted.clear();
  counted.set(key, n);
  return n;
}

/** When each claim last changed as far as the reader is told. */
async function lastChanges(claimIds: readonly string[], { party }: Member, conn: Db): Promise<Map<string, Date>> {
  const found = rows<{ id: string; at: number }>(
    await conn.execute(sql`
      select listed.id, (extract(epoch from last.at) * 1000)::float8 as at
      from unnest(${arrayOf(claimIds)}) listed(id), lateral (
        select e.at from events e where e.claim_id = listed.id and ${visibleEvents(sql`e`, party?.id ?? null)}
        order by e.seq desc limit 1) last`),
  );
  return new Map(found.map(({ id, at }) => [id, new Date(at)]));
}

async function assignments(claimIds: readonly string[], { party }: Member, conn: Db) {
  if (party === null) return [];
  return conn
    .select({ claimId: claimAssignments.claimId, person: { id: people.id, name: people.name } })
    .from(claimAssignments)
    .innerJoin(people, eq(people.id, claimAssignments.personId))
    .where(and(isOneOf(claimAssignments.claimId, claimIds), eq(claimAssignments.partyId, party.id)));
}

function signOffsOf(revisionIds: string[], conn: Db) {
  return revisionIds.length === 0
    ? Promise.resolve([])
    : conn
        .select({ revisionId: signOffs.revisionId, partyId: signOffs.partyId, decision: signOffs.decision })
        .from(signOffs)
        .where(and(isOneOf(signOffs.revisionId, revisionIds), stands))
        .orderBy(signOffs.position);
}
