import type { DeskCharter } from '@/db/queries/desk/charters-of-desk';
import type { loadDesk } from '../../_frame/load-desk';

/** The party that this member may ratify a version for, and whether it is waited for; undefined for everybody else. */
export function mayRatify(
  { asked, state, isReplaced, ratifications }: DeskCharter,
  { member: { party, role }, abilities }: Pick<Awaited<ReturnType<typeof loadDesk>>, 'member' | 'abilities'>,
): { party: string; isWaitedFor: boolean } | undefined {
  const maySpeak = role === 'moderator' && (abilities['charter.ratify'] || abilities['charter.join']);
  if (party === null || !maySpeak || !asked.includes(party.id)) return undefined;
  const isOpen = state === 'proposed' && !isReplaced;
  return { party: party.name, isWaitedFor: isOpen && ratifications.every(({ partyId }) => partyId !== party.id) };
}
