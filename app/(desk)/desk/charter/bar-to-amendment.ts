import type { DeskCharter } from '@/db/queries/desk/charters-of-desk';
import { isReplaceable } from '@/domain/charter/amendment';

/** Why nobody may propose another version now: the newest is in notice, or somebody besides its proposer has ratified it (SPEC H14). */
export function barToAmendment(versions: readonly DeskCharter[]): { code: 'in-notice' | 'open'; number: number } | undefined {
  const [newest] = versions;
  if (newest?.state === 'notice') return { code: 'in-notice', number: newest.number };
  if (newest?.state !== 'proposed') return undefined;
  const ratifiedBy = newest.ratifications.map(({ partyId }) => partyId);
  return isReplaceable({ proposedByParty: newest.proposedByParty, ratifiedBy })
    ? undefined
    : { code: 'open', number: newest.number };
}
