const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** Every bound of the live editing server, in one place (docs/PROTOCOL.md, "Limits"). Nothing is buffered without one. */
export const defaultLimits = {
  /** A WebSocket message. A whole long record with its history is well below. */
  messageBytes: 4 * mebibyte,
  /** One Update: a page of text pasted at once is about 4 KiB. */
  updateBytes: 256 * kibibyte,
  /** A document's encoded state; measured again after each mebibyte of updates. */
  documentBytes: 8 * mebibyte,
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
  /** Frames of one connection that wait for the store; above it the socket is paused. */
  waitingFrames: 256,
  waitingBytes: 8 * mebibyte,
  /** Frames that one append carries at most. */
  batchFrames: 512,
  /** What a client that does not read may leave on our side. */
  unsentBytes: 8 * mebibyte,
  unsentBytesForPresence: 256 * kibibyte,
  presenceBytes: 2 * kibibyte,
  presencePerSecond: 15,
  presenceBurst: 60,
  /** Carets of one document are sent together. */
  presenceEveryMs: 50,
  connectionsPerDocument: 200,
  connectionsPerPersonAndDocument: 5,
  /** The stock client gives a connection up after 30 s without a message; pings do not count for it. */
  heartbeatMs: 20_000,
  recheckMs: 5_000,
  projectAfterMs: 500,
  /** Rows, or bytes of rows, after which a new checkpoint is made; the bytes also count for more than a large document has itself. */
  checkpointRows: 1_000,
  checkpointBytes: 256 * kibibyte,
  /** When everybody has left, a checkpoint is worth its making from here on: fewer rows are replayed in a few milliseconds. */
  checkpointRowsAtUnload: 100,
};
export type Limits = typeof defaultLimits;
