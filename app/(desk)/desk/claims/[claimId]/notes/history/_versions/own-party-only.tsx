import type { ReactNode } from 'react';
import { PrivateFrame } from '@/components/record/private-frame';
import { readersOfNotes } from '@/db/queries/desk/members-of-desk';
import { loadDesk } from '../../../../../../_frame/load-desk';

/** The frame that says who reads what is in it, and who never does. */
export async function OwnPartyOnly({ party, children }: { party: { id: string; name: string }; children: ReactNode }) {
  const { db, workspace } = await loadDesk();
  const readers = await readersOfNotes({ partyId: party.id, workspaceId: workspace.id }, db);
  const excluded = workspace.parties.filter(({ id }) => id !== party.id).map(({ name }) => name);
  return (
    <PrivateFrame party={party.name} readers={readers} excluded={excluded}>
      {children}
    </PrivateFrame>
  );
}
