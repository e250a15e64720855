const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/**
 * Every bound of the live editing server, in one place (docs/PROTOCOL.md, "Limits"). Nothing is buffered without one. Each can be set in the
 * environment under the name that docs/operating.md gives it, which is why the numbers are here and not in server/collab.
 */
export const collabLimits = {
  /** A WebSocket message. A whole long record with its history is well below. */
  messageBytes: 4 * mebibyte,
  /** One Update: a page of text pasted at once is about 4 KiB. */
  updateBytes: 256 * kibibyte,
  /** Structs and deleted stretches of one Update, and of a SyncStep2, which carries every deletion of its document. */
  updateStructs: 5_000,
  stepTwoStructs: 100_000,
  /** Items of others, in all, that Yjs may look at to place those of an Update or of a SyncStep2; each is half a microsecond. */
  updateSteps: 5_000,
  stepTwoSteps: 100_000,
  /** How many characters one struct may stand for: more than any document can hold. */
  structLength: 8 * mebibyte,
  /** How deep elements may stand in each other; a list in a quotation in a list is six. */
  depth: 32,
  /** A document's encoded state: from the first people are told, at the second it only takes what makes it smaller. */
  documentWarnBytes: 4 * mebibyte,
  documentBytes: 8 * mebibyte,
  /** Measured again after so many bytes of updates. */
  measureEveryBytes: mebibyte,
  /** An Update is made by one editor; a SyncStep2 may bring earlier offline editors of the same person. */
  newClientsPerUpdate: 1,
  newClientsPerStepTwo: 32,
  /** Frames that refer to what the server does not have, before the connection is given up. */
  gaps: 3,
  unknownFrames: 10,
  /** Data frames: a fast typist makes 15 a second, a reconnecting editor one large one. */
  framesPerSecond: 60,
  framesBurst: 240,
  bytesPerSecond: 256 * kibibyte,
  /** Room for one full SyncStep2 beside the typing. */
  bytesBurst: 6 * mebibyte,
  /** Frames of one connection that wait for the store, and bytes of all of them; above it sockets are paused. */
  waitingFrames: 256,
  waitingBytes: 8 * mebibyte,
  waitingBytesInAll: 64 * mebibyte,
  /** What one append carries at most. */
  batchFrames: 512,
  batchBytes: 8 * mebibyte,
  /** What a client that does not read may leave on our side, and for how long nothing of it may move. */
  unsentBytes: 8 * mebibyte,
  unsentBytesForPresence: 256 * kibibyte,
  unsentMs: 10_000,
  /** How long a client that is closed may take to read what was sent before. */
  closeMs: 5_000,
  presenceBytes: 2 * kibibyte,
  /** Every stock client repeats what it hears of others, twenty times a second at most; its own caret comes on top. */
  presencePerSecond: 60,
  presenceBurst: 240,
  /** States that are too long, unreadable or invented, before the connection is given up. */
  presenceStrikes: 3,
  /** Carets of one document are sent together. */
  presenceEveryMs: 50,
  /** Everybody's state again, with new clocks: stock clients forget a state that is 30 s old. */
  presenceAgainMs: 20_000,
  connectionsPerDocument: 200,
  connectionsPerPersonAndDocument: 5,
  connectionsPerPerson: 30,
  /** New connections of one address in a minute. */
  connectionsPerAddress: 60,
  /** The stock client gives a connection up after 30 s without a message; pings do not count for it. */
  heartbeatMs: 20_000,
  recheckMs: 1_500,
  /** What lists show follows when nobody has typed for so long, and while somebody does at the latest so long after the first letter. */
  projectAfterMs: 1_000,
  projectAtLatestMs: 3_000,
  /** Rows, or bytes of rows, after which a new checkpoint is made; the bytes also count for more than a large document has itself. */
  checkpointRows: 1_000,
  checkpointBytes: 256 * kibibyte,
  /** When everybody has left, a checkpoint is worth its making from here on: fewer rows are replayed in a few milliseconds. */
  checkpointRowsAtUnload: 100,
  /** When a store that does not confirm is told of, how often it is asked again, and when it is given up. */
  degradedAfterMs: 1_000,
  degradedEveryMs: 5_000,
  storeRetryMs: 250,
  storePatienceMs: 30_000,
  /** How often a process that is not alone asks how far the logs of its open documents are. */
  headsMs: 5_000,
  /** A process that was silent for so long has no carets any more. */
  nodeSilentMs: 12_000,
};
export type CollabLimits = typeof collabLimits;

/** `COLLAB_MESSAGE_BYTES` for `messageBytes`. */
export function limitVariable(name: string): string {
  return `COLLAB_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
