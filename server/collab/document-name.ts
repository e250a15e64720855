/** What a document's name says: `claims/<claimId>/record` or `claims/<claimId>/notes/<partyId>`. */
export type DocumentName = { name: string; claimId: string } & ({ kind: 'record' } | { kind: 'notes'; partyId: string });

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const pattern = new RegExp(`^claims/(${uuid})/(?:record|notes/(${uuid}))$`);

/** Undefined: no document can have this name. Lower case only, so that one document has one name. */
export function parseDocumentName(name: string): DocumentName | undefined {
  const [, claimId, partyId] = pattern.exec(name) ?? [];
  if (claimId === undefined) return undefined;
  return partyId === undefined ? { name, claimId, kind: 'record' } : { name, claimId, kind: 'notes', partyId };
}
