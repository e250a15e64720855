/** Close codes (docs/PROTOCOL.md). The stock client never reconnects after 4400 to 4499 and retries after every other. */
export const closeCodes = {
  'protocol-error': 4400,
  'no-session': 4401,
  'no-right': 4403,
  'no-document': 4404,
  'document-too-large': 4413,
  'content-refused': 4422,
  stopping: 4503,
  'slow-reader': 4508,
  'claim-moved': 4509,
  'too-many': 4529,
  'store-down': 1013,
} as const;
export type CloseReason = keyof typeof closeCodes;

/** Why a data frame was not stored. 2 and 6 are not used. */
export const rejectionCodes = {
  'read-only': 1,
  'claim-closed': 1,
  malformed: 3,
  'too-large': 4,
  'document-too-large': 4,
  'forged-client': 5,
  'foreign-content': 7,
  'unfit-value': 7,
  'too-many': 8,
  incomplete: 9,
} as const;
export type RejectionReason = keyof typeof rejectionCodes;
/** Why somebody may not write here, or not any more. */
export type Bar = Extract<RejectionReason, 'read-only' | 'claim-closed'>;
/** A connection that is closed so writes nothing any more, whatever of it is still on its way. */
export const barOf: Partial<Record<CloseReason, Bar>> = {
  'no-session': 'read-only',
  'no-right': 'read-only',
  'claim-moved': 'claim-closed',
};

/**
 * What follows a rejection. A reader may stay and rebuild; a frame with a gap is asked for again; one that came too fast comes
 * again after the reconnect; everything else ends the connection for good, because the client holds structs that the server will never have.
 */
export const afterRejection: Record<RejectionReason, CloseReason | 'stay'> = {
  'read-only': 'stay',
  'claim-closed': 'stay',
  incomplete: 'stay',
  malformed: 'content-refused',
  'too-large': 'content-refused',
  'document-too-large': 'document-too-large',
  'forged-client': 'content-refused',
  'foreign-content': 'content-refused',
  'unfit-value': 'content-refused',
  'too-many': 'too-many',
};
