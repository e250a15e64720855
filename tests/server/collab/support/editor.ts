import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { encode } from 'next-auth/jwt';
import WebSocket, { type ClientOptions } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { sessionCookieName } from '@/server/collab/session';
import { origin, secret } from './serve';
import { until } from './until';

type Holder = { personId: string; sid: string };

/** The headers of a signed-in browser. */
export async function headersOf(person: Holder, from = origin): Promise<Record<string, string>> {
  const token = await encode({ token: { sub: person.personId, sid: person.sid }, secret });
  return { origin: from, cookie: `${sessionCookieName(origin)}=${token}` };
}

/** A browser's socket with headers, which counts data frames as the editor does. */
function socketWith(headers: Record<string, string>) {
  return class CountingWebSocket extends WebSocket {
    dataFrames = 0;

    constructor(url: string | URL, protocols?: string | string[]) {
      const options: ClientOptions = { headers };
      super(url, protocols, options);
    }

    override send(data: Parameters<WebSocket['send']>[0], ...rest: never[]): void {
      if (data instanceof Uint8Array && data[0] === 0 && (data[1] === 1 || data[1] === 2)) this.dataFrames += 1;
      super.send(data, ...rest);
    }
  };
}

export type Rejection = { frame: number; code: number; reason: string };

/** A person at a document: the stock provider, and what the server says on message type 120. */
export class Editor {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly rejections: Rejection[] = [];
  saved = { frames: 0, seq: 0, level: -1 };
  state: Record<string, unknown> | undefined;
  heartbeats = 0;
  /** How long the store has not confirmed, as the server says. */
  degradedForMs = 0;
  closedWith: number | undefined;
  readonly #barriers = new Map<number, (seq: number) => void>();

  constructor(url: string, document: string, headers: Record<string, string>, { handlesControl = true } = {}) {
    const polyfill = socketWith(headers) as unknown as typeof globalThis.WebSocket;
    this.provider = new WebsocketProvider(url, document, this.doc, {
      WebSocketPolyfill: polyfill,
      disableBc: true,
      connect: false,
      maxBackoffTime: 300,
    });
    if (handlesControl) this.provider.messageHandlers[120] = (_encoder, decoder) => this.#read(decoder);
    this.provider.on('closed', ({ code }: { code: number }) => {
      this.closedWith = code;
    });
    this.provider.connect();
  }

  /** Frames sent on the present connection that the server has not settled. */
  get unsaved(): number {
    const socket = this.provider.ws as unknown as { dataFrames: number } | null;
    return (socket?.dataFrames ?? 0) - this.saved.frames;
  }

  async synced(): Promise<this> {
    await until('the editor is in sync', () => this.provider.synced && this.state !== undefined && this.unsaved === 0);
    return this;
  }

  /** The number at which everything sent before is in the log. */
  barrier(): Promise<number> {
    const nonce = this.#barriers.size + 1;
    return new Promise((resolve) => {
      this.#barriers.set(nonce, resolve);
      this.send(
        encoding.encode((encoder) => {
          encoding.writeUint8(encoder, 120);
          encoding.writeUint8(encoder, 17);
          encoding.writeVarUint(encoder, nonce);
        }),
      );
    });
  }

  send(bytes: Uint8Array<ArrayBuffer>): void {
    this.provider.ws?.send(bytes);
  }

  /** The text that a title, question … shows; its one paragraph holds one Y.XmlText. */
  text(root = 'analysis:en'): Y.XmlText {
    const paragraph = this.doc.getXmlFragment(root).get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
    if (!(text instanceof Y.XmlText)) throw new Error(`${root} has no text to type into.`);
    return text;
  }

  leave(): void {
    this.provider.destroy();
    this.doc.destroy();
  }

  #read(decoder: decoding.Decoder): void {
    const kind = decoding.readUint8(decoder);
    if (kind === 0)
      this.saved = {
        frames: decoding.readVarUint(decoder),
        seq: decoding.readVarUint(decoder),
        level: decoding.readUint8(decoder),
      };
    if (kind === 1)
      this.rejections.push({
        frame: decoding.readVarUint(decoder),
        code: decoding.readVarUint(decoder),
        reason: decoding.readVarString(decoder),
      });
    if (kind === 2) {
      this.state = JSON.parse(decoding.readVarString(decoder));
      this.saved = { frames: 0, seq: 0, level: -1 };
    }
    if (kind === 3) this.heartbeats += 1;
    if (kind === 4) this.degradedForMs = decoding.readVarUint(decoder);
    if (kind === 17) this.#barriers.get(decoding.readVarUint(decoder))?.(decoding.readVarUint(decoder));
  }
}
