import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { revisionHolds, revisions } from '@/db/schema';
import { parameterBounds } from '@/domain/charter/parameters';
import { hoursAfter } from '@/domain/claim/signing-clock';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, reason } from '@/domain/text-input';
import { loadRevision } from './load-revision';
import type { RevisionNotOpen } from './move-stored-revision';
import { aboutRevision, wake } from './settle-revision';
import { tellOfRevision } from './tell-of-revision';

export const HoldPublicationInput = z.strictObject({
  revisionId: id,
  reason: reason(20, 2000),
  hours: z.coerce.number().int().min(1).max(parameterBounds.safetyHoldHours.max),
});

export type HoldRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'not-your-party'>
  | RevisionNotOpen
  | (Refusal<'hold-too-long'> & { clause: 'C31'; limit: number })
  | (Refusal<'already-held'> & { clause: 'C31' });

/** A party pauses a publication that is cooling off, once, for as long as the charter lets it and with a reason that stays (C31). */
export async function holdPublication(context: Context, input: unknown): Promise<Result<{ releasesAt: string }, HoldRefusal>> {
  const parsed = parseInput(HoldPublicationInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'publication.hold');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { hours, reason: why } = parsed.value;

  return withTransaction(context, async (tx) => {
    const loaded = await loadRevision(tx, member, parsed.value.revisionId);
    if (!loaded.ok) return loaded;
    const { revision } = loaded.value;
    const { state, releasesAt: until } = revision;
    if (state !== 'cooling-off' || until === null || until <= context.now) return refuse({ code: 'revision-not-open', state });
    const { consent, charter } = await signingOfRevision(revision, tx);
    // Whose publication it is, is said by the charter that binds it, whatever standing a party has now (SPEC H7).
    if (!consent.charter.some((party) => party.id === member.party.id)) return refuse({ code: 'not-your-party' });
    const limit = charter.parameters.safetyHoldHours;
    if (hours > limit) return refuse({ code: 'hold-too-long', clause: 'C31', limit });
    const held = await tx
      .insert(revisionHolds)
      .values({
        id: context.newId(),
        workspaceId: member.workspaceId,
        revisionId: revision.id,
        partyId: member.party.id,
        personId: member.personId,
        reason: why,
        hours,
        at: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: revisionHolds.id });
    if (held.length === 0) return refuse({ code: 'already-held', clause: 'C31' });
    const releasesAt = hoursAfter(until, hours);
    await tx.update(revisions).set({ releasesAt }).where(eq(revisions.id, revision.id));
    await recordEvent(tx, context, {
      ...aboutRevision(revision),
      type: 'revision.held',
      facts: { number: revision.number, hours, reason: why, until: releasesAt.toISOString() },
    });
    await wake(tx, context, revision, releasesAt);
    await tellOfRevision(tx, context, { kind: 'hold', revision, by: member, facts: { until: releasesAt.toISOString() } });
    return ok({ releasesAt: releasesAt.toISOString() });
  });
}
