import { eq, inArray, max } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterOfClaim } from '@/db/queries/charter-of-claim';
import { recordFactsOf } from '@/db/queries/record-facts';
import { claims, events, revisions, signOffs } from '@/db/schema';
import { checkRecord } from '@/domain/charter/check-record';
import type { Decision } from '@/domain/charter/facts';
import { type Stage, stageOf } from '@/domain/claim/stage';
import { freezeNeeds } from '@/domain/record/freeze-needs';
import { type ClaimRow, claimRows } from './claim-rows';

export type ListedClaim = Pick<
  ClaimRow,
  'id' | 'number' | 'stage' | 'heading' | 'language' | 'topics' | 'slug' | 'submittedByParty' | 'acceptedBy'
> & {
  /** The newest revision, if the claim was ever frozen. */
  revision: number | undefined;
  signOffs: { partyId: string; decision: Decision }[];
  /** What is still missing before a revision can be proposed, by the charter and for freezing; absent where no charter asks for anything now. */
  clausesLeft: number | undefined;
  changedAt: Date;
};

/** The claims of the desk for members of a party, newest change first. */
export async function claimsOfDesk(
  { workspaceId, text, stage }: { workspaceId: string; text: string; stage: Stage | undefined },
  conn: Db,
): Promise<ListedClaim[]> {
  const needle = text.trim().toLowerCase();
  const all = await claimRows({ workspaceId }, conn);
  const rows = all.filter((row) => (stage === undefined || row.stage === stage) && matches(row, needle));
  const changed = await lastChanges(
    rows.map((row) => row.id),
    conn,
  );
  const signed = await signOffsOf(
    rows.flatMap((row) => row.revisions.filter((r) => r.state === 'signing' || r.state === 'published').map((r) => r.id)),
    conn,
  );
  const listed: ListedClaim[] = [];
  for (const row of rows) {
    const current = row.revisions.at(-1);
    const { id, number, heading, language, topics, slug, submittedByParty, acceptedBy } = row;
    listed.push({
      ...{ id, number, stage: row.stage, heading, language, topics, slug, submittedByParty, acceptedBy },
      revision: current?.number,
      signOffs: signed
        .filter((signOff) => signOff.revisionId === current?.id)
        .map(({ partyId, decision }) => ({ partyId, decision })),
      clausesLeft: row.stage === 'open' ? await clausesLeft(workspaceId, row, conn) : undefined,
      changedAt: changed.get(id) ?? new Date(0),
    });
  }
  return listed.sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
}

/** What a steward sees: a number and a stage, no word of a draft (SPEC A5). */
export async function claimStages(
  { workspaceId }: { workspaceId: string },
  conn: Db,
): Promise<{ number: number; stage: Stage }[]> {
  const rows = await conn
    .select({ id: claims.id, number: claims.number, state: claims.state })
    .from(claims)
    .where(eq(claims.workspaceId, workspaceId))
    .orderBy(claims.number);
  const made = await conn
    .select({ claimId: revisions.claimId, state: revisions.state })
    .from(revisions)
    .where(eq(revisions.workspaceId, workspaceId));
  return rows.map(({ id, number, state }) => ({
    number,
    stage: stageOf({ state, revisions: made.filter((revision) => revision.claimId === id) }),
  }));
}

function matches({ heading, number, draft, language }: ClaimRow, needle: string): boolean {
  if (needle === '' || `#${number}` === needle) return true;
  return [heading, draft?.texts[language]?.title ?? '', draft?.texts[language]?.claimText ?? ''].some((text) =>
    text.toLowerCase().includes(needle),
  );
}

async function clausesLeft(workspaceId: string, { id, draft, language }: ClaimRow, conn: Db): Promise<number | undefined> {
  const charter = await charterOfClaim({ claimId: id, workspaceId }, conn);
  if (charter === undefined || draft === undefined) return undefined;
  const facts = await recordFactsOf({ claimId: id, workspaceId, draft, language }, conn);
  const { parameters } = charter.charter;
  const needs = freezeNeeds(
    draft,
    [language],
    parameters.ratings.map(({ key }) => key),
  );
  return (
    checkRecord('propose', facts, parameters).filter((finding) => !finding.met).length +
    needs.filter(({ fault }) => fault !== undefined).length
  );
}

async function lastChanges(claimIds: string[], conn: Db): Promise<Map<string, Date>> {
  if (claimIds.length === 0) return new Map();
  const rows = await conn
    .select({ claimId: events.claimId, at: max(events.at) })
    .from(events)
    .where(inArray(events.claimId, claimIds))
    .groupBy(events.claimId);
  return new Map(rows.flatMap(({ claimId, at }) => (claimId === null || at === null ? [] : [[claimId, at] as const])));
}

function signOffsOf(revisionIds: string[], conn: Db) {
  return revisionIds.length === 0
    ? Promise.resolve([])
    : conn
        .select({ revisionId: signOffs.revisionId, partyId: signOffs.partyId, decision: signOffs.decision })
        .from(signOffs)
        .where(inArray(signOffs.revisionId, revisionIds))
        .orderBy(signOffs.position);
}
