import { and, count, desc, eq, ne } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { charterRatifications, charterVersions, claims, parties, revisions, signOffs, sources } from '@/db/schema';
import { partiesMissing } from '@/domain/charter/check-publication';
import { barsToSigning } from '@/domain/charter/check-signing';
import { faultOfConsent } from '@/domain/charter/consent';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';
import { type ClaimRow, claimRows } from './claim-rows';

type OfClaim = { claimId: string; number: number; heading: string; language: string };
/** One thing that waits for the member or the member's party. */
export type Task =
  | ({ kind: 'sign' | 'watch-signing'; revision: number } & OfClaim)
  | ({ kind: 'answer'; revision: number; dissenting: string } & OfClaim)
  | ({ kind: 'question' } & OfClaim)
  | ({ kind: 'sources'; count: number } & OfClaim)
  | ({ kind: 'open' } & OfClaim)
  | { kind: 'ratify'; charter: number };

/** What waits for a member, in the order in which it holds others up. A steward reads no claim, so only the charter is named there. */
export async function tasksOfMember({ member }: { member: Member }, conn: Db): Promise<Task[]> {
  const tasks: Task[] = [];
  if (may(member, 'claim.read')) {
    const rows = await claimRows(member, conn);
    tasks.push(
      ...(await signingTasks(member, rows, conn)),
      ...(await answerTasks(member, rows, conn)),
      ...questionTasks(member, rows),
      ...(await sourceTasks(member, rows, conn)),
      ...openingTasks(member, rows),
    );
  }
  return [...tasks, ...(await charterTasks(member, conn))];
}

async function signingTasks(member: Member, rows: ClaimRow[], conn: Db): Promise<Task[]> {
  const open = await conn
    .select()
    .from(revisions)
    .where(and(eq(revisions.workspaceId, member.workspaceId), eq(revisions.state, 'signing')));
  const tasks: Task[] = [];
  for (const row of rows) {
    for (const revision of open.filter(({ claimId }) => claimId === row.id)) {
      if (await waitsForSignature(member, revision, conn))
        tasks.push({ kind: 'sign', revision: revision.number, ...ofClaim(row) });
      else if (member.party?.standing === 'observing')
        tasks.push({ kind: 'watch-signing', revision: revision.number, ...ofClaim(row) });
    }
  }
  return tasks;
}

/** SPEC H6, by the functions that the signing itself asks: the party's approval is missing, and nothing keeps this member from giving it. */
async function waitsForSignature(member: Member, revision: typeof revisions.$inferSelect, conn: Db): Promise<boolean> {
  if (!may(member, 'revision.sign')) return false;
  const { charter, charterSha256, consent, earlier, authors } = await signingOfRevision(revision, conn);
  if (faultOfConsent(consent) !== undefined) return false;
  const bytes = { sha256: revision.sha256, charterSha256 };
  const missing = partiesMissing(consent.charter, earlier, bytes, charter.parameters.signersPerParty);
  if (!missing.some(({ id }) => id === member.party?.id)) return false;
  const facts = { signer: member, proposedBy: revision.proposedBy, authors, earlier };
  return barsToSigning(facts, charter.parameters).length === 0;
}

/** A dissent sent the party's own proposal back to work, and nothing has been proposed since (SPEC L15). */
async function answerTasks(member: Member, rows: ClaimRow[], conn: Db): Promise<Task[]> {
  if (!may(member, 'revision.propose')) return [];
  const returned = rows.flatMap((row) => {
    const last = row.stage === 'open' ? row.revisions.at(-1) : undefined;
    return last !== undefined && last.proposedByParty === member.party?.id ? [{ row, last }] : [];
  });
  const dissents = await conn
    .select({ revisionId: signOffs.revisionId, party: parties.name })
    .from(signOffs)
    .innerJoin(parties, eq(parties.id, signOffs.partyId))
    .where(and(eq(signOffs.workspaceId, member.workspaceId), eq(signOffs.decision, 'dissent')));
  return returned.flatMap(({ row, last }) =>
    dissents
      .filter(({ revisionId }) => revisionId === last.id)
      .map(({ party }) => ({ kind: 'answer' as const, revision: last.number, dissenting: party, ...ofClaim(row) })),
  );
}

function questionTasks(member: Member, rows: ClaimRow[]): Task[] {
  const { party } = member;
  if (party === null || !may(member, 'question.accept')) return [];
  const waiting = rows.filter(
    (row) => row.stage === 'open' && row.questionSha256 !== undefined && !row.acceptedBy.includes(party.id),
  );
  return waiting.map((row) => ({ kind: 'question' as const, ...ofClaim(row) }));
}

async function sourceTasks(member: Member, rows: ClaimRow[], conn: Db): Promise<Task[]> {
  if (member.party === null || !may(member, 'source.accept')) return [];
  const proposed = await conn
    .select({ claimId: sources.claimId, count: count() })
    .from(sources)
    .innerJoin(claims, and(eq(claims.id, sources.claimId), eq(claims.state, 'open')))
    .where(
      and(
        eq(sources.workspaceId, member.workspaceId),
        eq(sources.state, 'proposed'),
        ne(sources.attachedByParty, member.party.id),
      ),
    )
    .groupBy(sources.claimId);
  return rows.flatMap((row) =>
    proposed
      .filter(({ claimId }) => claimId === row.id)
      .map(({ count: waiting }) => ({ kind: 'sources' as const, count: waiting, ...ofClaim(row) })),
  );
}

function openingTasks(member: Member, rows: ClaimRow[]): Task[] {
  if (!may(member, 'claim.open')) return [];
  return rows.filter((row) => row.stage === 'submitted').map((row) => ({ kind: 'open' as const, ...ofClaim(row) }));
}

/** The newest version alone can be ratified (SPEC H9). */
async function charterTasks(member: Member, conn: Db): Promise<Task[]> {
  if (!may(member, 'charter.ratify') || member.party === null) return [];
  const [newest] = await conn
    .select({ id: charterVersions.id, number: charterVersions.number, state: charterVersions.state })
    .from(charterVersions)
    .where(eq(charterVersions.workspaceId, member.workspaceId))
    .orderBy(desc(charterVersions.number))
    .limit(1);
  if (newest?.state !== 'proposed') return [];
  const ratified = await conn.$count(
    charterRatifications,
    and(eq(charterRatifications.charterVersionId, newest.id), eq(charterRatifications.partyId, member.party.id)),
  );
  return ratified > 0 ? [] : [{ kind: 'ratify', charter: newest.number }];
}

function ofClaim({ id, number, heading, language }: ClaimRow): OfClaim {
  return { claimId: id, number, heading, language };
}
