import type { Page } from '@playwright/test';
import * as decoding from 'lib0/decoding';
import WebSocket, { type ClientOptions } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { draftRoot } from '@/domain/charter/draft';

type Heard = { closedWith: number | undefined; bytes: string };
/** The headers of somebody's browser. */
type Visitor = { origin: string; cookie?: string };

/**
 * A program with the stock provider and the cookies of a browser, at a live document: it writes `words` into the root `notes` as soon as it is connected,
 * and leaves when the server has ended it or is in sync. Answers how it ended and every byte that it was sent.
 */
export async function visitDocument(page: Page, document: string, words: string): Promise<Heard> {
  const { origin } = new URL(page.url());
  const cookies = await page.context().cookies(origin);
  return visitAs({ origin, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }, document, words);
}

/** The same with headers alone. */
export async function visitAs(headers: Visitor, document: string, words = ''): Promise<Heard> {
  const { origin } = headers;
  const heard: Heard = { closedWith: undefined, bytes: '' };
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/collab`, document, doc, {
    WebSocketPolyfill: socketWith(headers, (bytes) => (heard.bytes += bytes.toString('latin1'))),
    disableBc: true,
    connect: false,
  });
  provider.messageHandlers[120] = () => undefined;
  const over = new Promise<void>((resolve) => {
    provider.on('closed', ({ code }: { code: number }) => {
      heard.closedWith = code;
      resolve();
    });
    provider.on('sync', () => resolve());
  });
  provider.on('status', ({ status }) => {
    if (status === 'connected' && words !== '') doc.getXmlFragment('notes').insert(0, [paragraphOf(words)]);
  });
  provider.connect();
  await over;
  provider.destroy();
  doc.destroy();
  return heard;
}

/** A member's program, or an editor that we did not write, chooses in a draft of the charter. Answers the number at which all of it is in the log. */
export async function chooseInDraft(page: Page, document: string, values: Record<string, unknown>): Promise<number> {
  const { origin } = new URL(page.url());
  const cookies = await page.context().cookies(origin);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/collab`, document, doc, {
    WebSocketPolyfill: socketWith({ origin, cookie }, () => undefined),
    disableBc: true,
    connect: false,
  });
  const seq = new Promise<number>((resolve, reject) => {
    provider.messageHandlers[120] = (_encoder, decoder) => {
      if (decoding.readUint8(decoder) !== 17) return;
      decoding.readVarUint(decoder);
      resolve(decoding.readVarUint(decoder));
    };
    provider.on('closed', ({ code }: { code: number }) => reject(new Error(`The draft was closed with ${code}.`)));
  });
  provider.on('sync', () => {
    doc.transact(() => {
      for (const [key, value] of Object.entries(values)) doc.getMap(draftRoot).set(key, value);
    });
    provider.ws?.send(new Uint8Array([120, 17, 1]));
  });
  provider.connect();
  return seq.finally(() => {
    provider.destroy();
    doc.destroy();
  });
}

function paragraphOf(words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  return paragraph;
}

/** A browser's socket with headers of our own, which lets us read what arrives. */
function socketWith(headers: Visitor, hear: (bytes: Buffer) => void): typeof globalThis.WebSocket {
  class SignedInWebSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      const options: ClientOptions = { headers };
      super(url, protocols, options);
      this.on('message', (data) => {
        if (data instanceof ArrayBuffer) hear(Buffer.from(data));
        else if (Buffer.isBuffer(data)) hear(data);
      });
    }
  }
  // ws speaks the browser's interface as far as y-websocket uses it.
  return SignedInWebSocket as unknown as typeof globalThis.WebSocket;
}
