import { charterInForce } from '@/db/queries/charter-of-claim';
import type { DeskParty } from '@/db/queries/desk/desk-workspace';
import { type StoredStatement, transparencyStatementsOf } from '@/db/queries/transparency';
import { lists } from '@/domain/charter/charter-text';
import { isOfParty, type Section, sections } from '@/domain/transparency/sections';
import { type Standing, standingStatements, yetToConfirm } from '@/domain/transparency/standing';
import { loadDesk } from '../../../_frame/load-desk';

/** One section of the desk, or of one party, as its page shows it. */
export type ShownStatement = {
  section: Section;
  /** Whose words they are; undefined for the desk's. */
  party: DeskParty | undefined;
  newest: StoredStatement | undefined;
  standing: Standing<StoredStatement> | undefined;
  /** Names of the parties whose confirmation the newest version still needs. */
  missing: string[];
  earlier: StoredStatement[];
  /** When the charter calls what stands too old; undefined where it does not ask. */
  until: Date | undefined;
  /** Whether the reader may write and confirm it, and whether their party has confirmed the newest version before. */
  mayWrite: boolean;
  hasConfirmed: boolean;
};

const dayMs = 24 * 60 * 60 * 1000;

export async function loadStatements(): Promise<{ days: number | undefined; statements: ShownStatement[] }> {
  const { member, db, workspace, abilities } = await loadDesk();
  const inForce = await charterInForce(member, db);
  const days = inForce && (lists(inForce.charter, 'C40') ? inForce.charter.parameters.transparencyDays : 0);
  const versions = await transparencyStatementsOf(member, db);
  const atDesk = workspace.parties.filter(({ standing }) => standing !== 'outside');
  const signing = atDesk.filter(({ standing }) => standing === 'signing').map(({ id }) => id);
  const standing = standingStatements(versions, signing);
  const isAuthor = abilities['transparency.write'] && member.role === 'moderator';

  const shown = (section: Section, party: DeskParty | undefined): ShownStatement => {
    const isOwn = (one: { section: Section; partyId: string | null }) =>
      one.section === section && one.partyId === (party?.id ?? null);
    const own = versions.filter(isOwn);
    const newest = own.at(-1);
    const stands = standing.find(({ version }) => isOwn(version));
    const missing = newest === undefined ? [] : yetToConfirm(newest, signing);
    return {
      ...{ section, party, newest, standing: stands, earlier: own.slice(0, -1).toReversed() },
      missing: atDesk.filter(({ id }) => missing.includes(id)).map(({ name }) => name),
      // Of who observes the charter asks nothing (C40).
      until:
        days && stands && party?.standing !== 'observing' ? new Date(stands.confirmedAt.getTime() + days * dayMs) : undefined,
      hasConfirmed: newest?.confirmations.some(({ partyId }) => partyId === member.party?.id) ?? false,
      mayWrite: isAuthor && (party === undefined ? member.party?.standing === 'signing' : party.id === member.party?.id),
    };
  };
  const statements = sections.flatMap((section) =>
    isOfParty(section) ? atDesk.map((party) => shown(section, party)) : [shown(section, undefined)],
  );
  return { days, statements };
}
