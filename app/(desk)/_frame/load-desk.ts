import { cache } from 'react';
import { contextFor } from '@/app/_session/context';
import { requirePageActor } from '@/app/_session/require-page-actor';
import type { PartyRef } from '@/components/record/vocabulary';
import { charterInForce, partiesThatLeft } from '@/db/queries/charter-of-claim';
import { charterStep } from '@/db/queries/desk/charter-step';
import { type DeskParty, deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { transparencyFinding } from '@/db/queries/transparency';
import { signingParties } from '@/domain/charter/consent';
import { abilitiesOf } from '@/domain/policies/permissions';

/** Who opens a page of the desk, where, and what that person may do. Read once for all parts of one page. */
export const loadDesk = cache(async () => {
  const member = await requirePageActor();
  const context = await contextFor(member);
  const workspace = await deskWorkspace(member, context.db);
  const byId = new Map(workspace.parties.map((party) => [party.id, party]));
  return {
    member,
    context,
    db: context.db,
    workspace,
    abilities: abilitiesOf(member),
    partyOf: (id: string | null) => (id === null ? undefined : byId.get(id)),
  };
});

/** What the desk's first charter waits for, or null. */
export const loadCharterStep = cache(async () => {
  const { member, db } = await loadDesk();
  return charterStep(member, db);
});

/** The signing parties of the charter in force that have left it, by name. */
export const loadPartiesThatLeft = cache(async () => {
  const { member, db } = await loadDesk();
  const [inForce, left] = await Promise.all([charterInForce(member, db), partiesThatLeft(member, db)]);
  const signing = inForce === undefined ? [] : signingParties(inForce.charter);
  return signing.filter(({ id }) => left.includes(id)).map(({ name }) => name);
});

/** What C40 says of the desk now, by the charter in force; undefined where it asks for nothing. */
export const loadTransparency = cache(async () => {
  const { member, db, context } = await loadDesk();
  const inForce = await charterInForce(member, db);
  return inForce && transparencyFinding({ workspaceId: member.workspaceId, charter: inForce.charter, now: context.now }, db);
});

export type Desk = Awaited<ReturnType<typeof loadDesk>>;

export function partyRef({ position, letter, name }: DeskParty): PartyRef {
  return { position, letter, name };
}
