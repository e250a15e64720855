/** The live document of a claim's record. */
export function recordDocument(claimId: string): string {
  return `claims/${claimId}/record`;
}

/** A draft of a workspace's charter; its drafts are counted from 1. */
export function charterDocument(workspaceId: string, draft: number): string {
  return `charters/${workspaceId}/drafts/${draft}`;
}

/** The private notes of one party on a claim. */
export function notesDocument(claimId: string, partyId: string): string {
  return `claims/${claimId}/notes/${partyId}`;
}
