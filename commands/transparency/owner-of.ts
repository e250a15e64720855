import type { AuthorizationRefusal, PartyMember } from '@/commands/authorize';
import { ok, type Result, refuse } from '@/domain/result';
import { isOfParty, type Section } from '@/domain/transparency/sections';

/**
 * Whose words a section holds when this member writes or confirms it: their party's, or the desk's, which is null (SPEC TR1). One of an observing party sits as an
 * observer whatever their role, so the role is looked at too, and of the whole desk only those speak whose party signs.
 */
export function ownerOf(
  section: Section,
  { role, party }: PartyMember,
): Result<{ partyId: string | null }, AuthorizationRefusal> {
  const isAuthor = role === 'moderator' && (isOfParty(section) || party.standing === 'signing');
  if (!isAuthor) return refuse({ code: 'not-allowed', permission: 'transparency.write' });
  return ok({ partyId: isOfParty(section) ? party.id : null });
}
