import { and, eq, max, sql } from 'drizzle-orm';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { appearances } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { AppearanceInput, type SeenRefusal, seenBy } from './appearance-input';

export const AddAppearanceInput = AppearanceInput.extend({ claimId: id });

export type AddAppearanceRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | SeenRefusal
  | Refusal<'not-found'>
  | Refusal<'claim-closed'>
  | (Refusal<'appearance-known'> & { title: string });

/** One more place where the claim appeared (C01), while it waits or is being worked on. The same place twice is one place. */
export async function addAppearance(
  context: Context,
  input: unknown,
): Promise<Result<{ id: string; position: number }, AddAppearanceRefusal>> {
  const parsed = parseInput(AddAppearanceInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'appearance.add');
  if (!authorized.ok) return authorized;
  const { claimId, ...place } = parsed.value;
  const seen = seenBy(context.now, place);
  if (!seen.ok) return seen;
  const { workspaceId, personId } = authorized.value;

  return withTransaction(context, async (tx) => {
    const claim = await loadClaim(tx, authorized.value, claimId);
    if (!claim.ok) return claim;
    if (claim.value.state === 'closed') return refuse({ code: 'claim-closed' });
    const twin = await samePlace(tx, claimId, place);
    if (twin !== undefined) return refuse({ code: 'appearance-known', title: twin });

    const appearanceId = context.newId();
    const position = await nextPosition(tx, claimId);
    await tx
      .insert(appearances)
      .values({ id: appearanceId, workspaceId, claimId, ...place, addedBy: personId, addedAt: context.now, position });
    const facts = { position, title: place.title };
    await recordEvent(tx, context, { type: 'appearance.added', workspaceId, claimId, subjectId: appearanceId, facts });
    return ok({ id: appearanceId, position });
  });
}

/** The title of the same address; without an address, of the same document and page. */
async function samePlace(tx: Tx, claimId: string, { url, title, seenOn, locator }: AppearanceInput): Promise<string | undefined> {
  const same =
    url === undefined
      ? and(
          sql`${appearances.url} is null`,
          sql`lower(${appearances.title}) = lower(${title})`,
          eq(appearances.seenOn, seenOn),
          sql`coalesce(${appearances.locator}, '') = ${locator ?? ''}`,
        )
      : eq(appearances.url, url);
  const [row] = await tx
    .select({ title: appearances.title })
    .from(appearances)
    .where(and(eq(appearances.claimId, claimId), same))
    .limit(1);
  return row?.title;
}

/** The claim is locked, so nobody else takes this position meanwhile. */
async function nextPosition(tx: Tx, claimId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(appearances.position) })
    .from(appearances)
    .where(eq(appearances.claimId, claimId));
  return (row?.last ?? 0) + 1;
}
