/** What a document's name says: `claims/<claimId>/record`, `claims/<claimId>/notes/<partyId>` or `charters/<workspaceId>/drafts/<n>`. */
export type DocumentName = { name: string } & (
  | { kind: 'record'; claimId: string }
  | { kind: 'notes'; claimId: string; partyId: string }
  | { kind: 'charter'; workspaceId: string }
);

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ofClaim = new RegExp(`^claims/(${uuid})/(?:record|notes/(${uuid}))$`);
const ofCharter = new RegExp(`^charters/(${uuid})/drafts/[1-9][0-9]{0,5}$`);

/** Undefined: no document can have this name. Lower case only, so that one document has one name. */
export function parseDocumentName(name: string): DocumentName | undefined {
  const [, workspaceId] = ofCharter.exec(name) ?? [];
  if (workspaceId !== undefined) return { name, kind: 'charter', workspaceId };
  const [, claimId, partyId] = ofClaim.exec(name) ?? [];
  if (claimId === undefined) return undefined;
  return partyId === undefined ? { name, claimId, kind: 'record' } : { name, claimId, kind: 'notes', partyId };
}
