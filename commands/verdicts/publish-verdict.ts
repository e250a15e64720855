import { and, eq, gte, max } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { raiseGrade } from '@/commands/corrections/raise-grade';
import type { ClaimRow } from '@/commands/load-claim';
import { lockWorkspace } from '@/commands/lock-workspace';
import { peopleAt } from '@/commands/notifications/people-at';
import { tell } from '@/commands/notifications/tell';
import { recordEvent } from '@/commands/record-event';
import type { RevisionRow } from '@/commands/revisions/load-revision';
import { moveStoredRevision, type RevisionNotOpen } from '@/commands/revisions/move-stored-revision';
import type { Tx } from '@/db/handle';
import { repliesBeside } from '@/db/queries/reply-of-claim';
import type { Signing } from '@/db/queries/signing-of-revision';
import { standingFactsOf } from '@/db/queries/transparency';
import { claims, revisionHolds, revisions, verdicts } from '@/db/schema';
import { findingsUnder } from '@/domain/charter/charter-text';
import { checkPublication } from '@/domain/charter/check-publication';
import type { PublicationFacts } from '@/domain/charter/facts';
import { factsOfFrozenRecord } from '@/domain/charter/facts-of-frozen-record';
import type { ClauseFinding } from '@/domain/charter/finding';
import type { Outcome } from '@/domain/claim/outcomes';
import { phaseAt } from '@/domain/claim/signing-clock';
import type { RevisionState } from '@/domain/claim/transitions';
import type { FrozenRecord } from '@/domain/record/frozen-record';
import { inOrder } from '@/domain/record/languages';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { chooseSlug } from './choose-slug';
import { searchTextOf } from './search-text-of';

export type PublishRefusal = RevisionNotOpen | (Refusal & { clause: string; findings: ClauseFinding[] });

/** What is published: a locked revision with what was signed on it, as what, and since when that is so. */
type Published = { claim: ClaimRow; revision: RevisionRow; signing: Signing; outcome: Outcome; outcomeAt: Date };

/**
 * Publishes a revision as what its positions amount to: one transaction, for everybody (C30). No route calls it; settle-revision.ts does when it is due, so
 * nobody — moderator, steward or operator's page — can publish by itself (C21, C27).
 */
export async function publishVerdict(
  tx: Tx,
  context: Context,
  { claim, revision, signing, outcome, outcomeAt }: Published,
): Promise<Result<{ state: RevisionState; slug: string }, PublishRefusal>> {
  const findings = findingsUnder(
    signing.charter,
    checkPublication(
      {
        record: factsOfFrozenRecord(signing.record, {
          now: context.now,
          lateReplies: await repliesBeside({ claimId: claim.id, record: signing.record }, tx),
        }),
        consent: signing.consent,
        revision: { sha256: signing.recordSha256, charterSha256: signing.charterSha256 },
        signOffs: signing.earlier,
        outcome,
        phase: phaseAt(revision, outcomeAt),
        now: context.now,
        releasesAt: revision.releasesAt,
        holds: await holdsOn(tx, { revision, signing, outcomeAt }),
        statements: await standingFactsOf({ workspaceId: claim.workspaceId, signing: signing.consent.charter }, tx),
        audience: 'everybody',
      },
      signing.charter.parameters,
    ),
  );
  const unmet = findings.filter((finding) => !finding.met);
  const [first] = unmet;
  if (first !== undefined) return refuse({ ...first.facts, code: first.code, clause: first.clause, findings: unmet });

  // One publication at a time in a workspace: slugs and positions are chosen under this lock.
  await lockWorkspace(tx, claim.workspaceId);
  const slug = claim.slug ?? (await chooseSlug(tx, claim, mainTexts(signing.record).title));
  await raiseGrade(tx, revision.id, outcome);
  const superseded = await supersedeStanding(tx, context, claim.id);
  if (!superseded.ok) return superseded;
  const moved = await moveStoredRevision(tx, revision, 'publish', { publishedAt: context.now, outcome, outcomeAt });
  if (!moved.ok) return moved;
  if (claim.slug === null) await tx.update(claims).set({ slug }).where(eq(claims.id, claim.id));
  await storeVerdict(tx, context, { claim, revision, record: signing.record, slug, outcome });
  await recordEvent(tx, context, {
    type: 'verdict.published',
    workspaceId: claim.workspaceId,
    claimId: claim.id,
    subjectId: revision.id,
    facts: { number: revision.number, slug, outcome },
  });
  await tell(tx, context, {
    ...{ kind: 'published', workspaceId: claim.workspaceId, claimId: claim.id, revisionId: revision.id },
    // It is the word of all parties, so nobody is named as having done it.
    ...{
      facts: { revision: revision.number, outcome },
      to: await peopleAt(tx, { workspaceId: claim.workspaceId, who: 'everybody' }),
    },
  });
  return ok({ state: moved.value, slug });
}

/** The pauses of this cooling-off. Each moved the release by its hours, so together they last until then (C31). */
async function holdsOn(
  tx: Tx,
  { revision, signing, outcomeAt }: Pick<Published, 'revision' | 'signing' | 'outcomeAt'>,
): Promise<PublicationFacts['holds']> {
  const { releasesAt } = revision;
  if (releasesAt === null) return [];
  const held = await tx
    .select({ partyId: revisionHolds.partyId })
    .from(revisionHolds)
    .where(and(eq(revisionHolds.revisionId, revision.id), gte(revisionHolds.at, outcomeAt)));
  return held.map(({ partyId }) => ({
    partyId,
    party: signing.consent.charter.find(({ id }) => id === partyId)?.name ?? '',
    until: releasesAt,
  }));
}

/** The verdict that stood until now is superseded by this one. The claim is locked, so nobody publishes or ends it meanwhile. */
async function supersedeStanding(tx: Tx, context: Context, claimId: string): Promise<Result<true, RevisionNotOpen>> {
  const standing = await tx
    .select({ id: revisions.id, state: revisions.state })
    .from(revisions)
    .where(and(eq(revisions.claimId, claimId), eq(revisions.state, 'published')));
  for (const earlier of standing) {
    const moved = await moveStoredRevision(tx, earlier, 'supersede', { endedAt: context.now });
    if (!moved.ok) return moved;
  }
  return ok(true);
}

async function storeVerdict(
  tx: Tx,
  context: Context,
  {
    claim,
    revision,
    record,
    slug,
    outcome,
  }: { claim: ClaimRow; revision: RevisionRow; record: FrozenRecord; slug: string; outcome: Outcome },
): Promise<void> {
  const [last] = await tx
    .select({ position: max(verdicts.position) })
    .from(verdicts)
    .where(eq(verdicts.workspaceId, claim.workspaceId));
  const row = {
    revisionId: revision.id,
    outcome,
    rating: record.fields.rating,
    language: record.language,
    languages: inOrder({ main: record.language, all: Object.keys(record.texts) }),
    searchText: searchTextOf(record),
    publishedAt: context.now,
    position: (last?.position ?? 0) + 1,
  };
  await tx
    .insert(verdicts)
    .values({
      ...row,
      id: context.newId(),
      workspaceId: claim.workspaceId,
      claimId: claim.id,
      slug,
      firstPublishedAt: context.now,
    })
    .onConflictDoUpdate({ target: verdicts.claimId, set: row });
}

function mainTexts(record: FrozenRecord): { title: string } {
  return record.texts[record.language] ?? { title: '' };
}
