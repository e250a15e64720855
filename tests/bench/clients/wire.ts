import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import { type Dialect, type DialectName, dialectOf } from './dialect';

export type WireEvents = {
  /** An update, from a SyncStep2 or an Update. */
  heard: (update: Uint8Array) => void;
  /** The data frames of this connection up to `frame` are acknowledged, for what the peer's word is worth. */
  acknowledged: (frame: number) => void;
  /** A message of any other type. */
  other?: (message: Uint8Array) => void;
};

export type WireOptions = { url: string; dialect: DialectName; document: string; headers: Record<string, string> };

/** A connection that speaks the protocol and keeps no document: a browser's work is not what is measured. */
export class Wire {
  readonly socket: WebSocket;
  readonly #dialect: Dialect;
  readonly #events: WireEvents;
  /** Data frames sent, as SAVED counts them. */
  frames = 0;
  isSynced = false;
  closedWith: number | undefined;
  /** The codes of what was refused. */
  readonly rejections: number[] = [];
  #statuses = 0;

  constructor({ url, dialect, document, headers }: WireOptions, events: WireEvents) {
    this.#dialect = dialectOf(dialect, document);
    this.#events = events;
    this.socket = new WebSocket(`${url}/${document}`, { headers, perMessageDeflate: false, maxPayload: 2 ** 28 });
    this.socket.on('open', () => {
      for (const frame of this.#dialect.opening) this.message(frame);
      this.message(syncMessage(0, Uint8Array.of(0)));
    });
    this.socket.on('message', (data: Buffer) => this.#read(data.subarray(this.#dialect.prefix.byteLength)));
    this.socket.on('close', (code) => {
      this.closedWith = code;
    });
    this.socket.on('error', () => {});
  }

  /** Sends an update and gives the number of its frame. */
  update(update: Uint8Array, step: 1 | 2 = 2): number {
    this.message(syncMessage(step, update));
    this.frames += 1;
    return this.frames;
  }

  message(bytes: Uint8Array): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(Buffer.concat([this.#dialect.prefix, bytes]));
  }

  #read(bytes: Uint8Array): void {
    const [type, kind] = bytes;
    // Hocuspocus answers a first sync with a type of its own.
    if (type === 0 || type === 4) this.#readSync(bytes);
    else if (type === this.#dialect.saved) this.#readSaved(kind ?? 0, bytes);
    else this.#events.other?.(bytes);
  }

  #readSync(bytes: Uint8Array): void {
    const [, step] = bytes;
    if (step === 0) this.update(Uint8Array.of(0, 0), 1);
    else {
      if (step === 1) this.isSynced = true;
      this.#events.heard(decoding.readVarUint8Array(decoding.createDecoder(bytes.subarray(2))));
    }
  }

  #readSaved(kind: number, bytes: Uint8Array): void {
    if (this.#dialect.opening.length > 0) {
      this.#statuses += 1;
      if (kind === 1) this.#events.acknowledged(this.#statuses);
      return;
    }
    const decoder = decoding.createDecoder(bytes.subarray(2));
    if (kind === 0) this.#events.acknowledged(decoding.readVarUint(decoder));
    if (kind === 1) {
      decoding.readVarUint(decoder);
      this.rejections.push(decoding.readVarUint(decoder));
    }
  }
}

function syncMessage(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, 0);
    encoding.writeUint8(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}
