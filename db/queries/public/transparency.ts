import type { Db } from '@/db/handle';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { partiesOfDesk } from '@/db/queries/parties-of-desk';
import { transparencyStatementsOf } from '@/db/queries/transparency';
import { lists } from '@/domain/charter/charter-text';
import { signingParties } from '@/domain/charter/consent';
import type { Standing } from '@/domain/policies/actor';
import type { Section } from '@/domain/transparency/sections';
import { standingStatements } from '@/domain/transparency/standing';

/** What a desk and its parties say about themselves, as far as it stands: nothing of what waits for a party (SPEC TR4). Times are ISO 8601. */
export type PublicTransparency = {
  /** Within how many days the charter in force wants it confirmed; null where it does not ask. */
  days: number | null;
  parties: { id: string; name: string; letter: string; position: number; standing: Standing }[];
  statements: { section: Section; partyId: string | null; text: string; confirmedAt: string }[];
};

/** By the charter in force; before there is one, nothing stands. */
export async function publicTransparency({ workspaceId }: { workspaceId: string }, conn: Db): Promise<PublicTransparency> {
  const inForce = await charterInForce({ workspaceId }, conn);
  if (inForce === undefined) return { days: null, parties: [], statements: [] };
  const { charter } = inForce;
  const { transparencyDays: days } = charter.parameters;
  const parties = (await partiesOfDesk({ workspaceId }, conn)).flatMap(({ id, name, letter, position, standing }) =>
    standing === 'outside' ? [] : [{ id, name, letter, position, standing }],
  );
  const signing = signingParties(charter).map(({ id }) => id);
  const standing = standingStatements(await transparencyStatementsOf({ workspaceId }, conn), signing);
  return {
    days: days > 0 && lists(charter, 'C40') ? days : null,
    parties,
    statements: standing.map(({ version: { section, partyId, text }, confirmedAt }) => ({
      ...{ section, partyId, text, confirmedAt: confirmedAt.toISOString() },
    })),
  };
}
