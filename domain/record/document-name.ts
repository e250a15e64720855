/** The live document of a claim's record. */
export function recordDocument(claimId: string): string {
  return `claims/${claimId}/record`;
}

/** The private notes of one party on a claim. */
export function notesDocument(claimId: string, partyId: string): string {
  return `claims/${claimId}/notes/${partyId}`;
}
