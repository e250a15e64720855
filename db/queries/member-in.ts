import type { Db } from '@/db/handle';
import type { memberships, parties, people, workspaces } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { standingOfParty } from './parties-of-desk';

type Seated = {
  person: typeof people.$inferSelect;
  role: (typeof memberships.$inferSelect)['role'];
  party: typeof parties.$inferSelect | null;
  workspace: typeof workspaces.$inferSelect;
};

/** The member that a person with this seat is, in a session or without one. */
export async function memberIn(
  { person, role, party, workspace }: Seated,
  { sid, confirmedAt }: Pick<Member, 'sid' | 'confirmedAt'>,
  conn: Db,
): Promise<Member> {
  const { id: workspaceId, slug: workspaceSlug } = workspace;
  return {
    kind: 'member',
    personId: person.id,
    sid,
    name: person.name,
    publicName: person.publicName,
    locale: person.locale,
    workspaceId,
    workspaceSlug,
    role,
    party: party && {
      id: party.id,
      name: party.name,
      letter: party.letter,
      position: party.position,
      standing: await standingOfParty({ workspaceId, partyId: party.id }, conn),
    },
    confirmedAt,
  };
}
