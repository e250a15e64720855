import { authorizeParty } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { stateOfClaim } from '@/db/queries/desk/state-of-claim';
import { notesDocument } from '@/domain/record/document-name';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

type Notes = { claimId: string; partyId: string; document: string };

/** The notes of whoever asks: those of their own party, whatever the address says, and there are no others (PROTOCOL P51). */
export async function authorizeNotes(context: Context, claimId: string | undefined): Promise<Result<Notes, Refusal>> {
  const authorized = authorizeParty(context.actor, 'notes.read');
  if (!authorized.ok) return authorized;
  const { workspaceId, party } = authorized.value;
  const state = claimId === undefined ? undefined : await stateOfClaim({ claimId, workspaceId }, context.db);
  if (claimId === undefined || state === undefined) return refuse({ code: 'not-found' });
  return ok({ claimId, partyId: party.id, document: notesDocument(claimId, party.id) });
}
