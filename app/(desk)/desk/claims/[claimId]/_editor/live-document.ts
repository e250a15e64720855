import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { barrierFrame, type Control, controlType, readControl } from './control-messages';
import { countingWebSocket } from './counting-web-socket';
import { afterEvent, emptyOutbox, type Outbox, type OutboxEvent } from './save-state';

export type LiveDocument = {
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** The document's sequence number once everything typed before is durable; rejects when the connection ends first. */
  barrier: () => Promise<number>;
  destroy: () => void;
};

export type LinkEvents = {
  outbox: (outbox: Outbox) => void;
  /** The text of the server is here. */
  synced: () => void;
  /** The server will never have what this document holds: it must be made anew. */
  refused: (reason: string) => void;
  /** The server ended the connection for good. */
  closed: (code: number) => void;
};

/** Rejections after which the same document goes on: a gap is asked for again, and what came too fast comes again after the reconnect. */
const harmless = new Set(['incomplete', 'too-many']);
/** y-websocket's close codes from 4400 to 4499 are final; this one says that our content was refused. */
const contentRefused = 4422;
const barrierMs = 15_000;

/** One live document over the stock provider. BroadcastChannel is off: two tabs meet on the server, so nobody sees what is not durable. */
export function openLiveDocument({ origin, name, events }: { origin: string; name: string; events: LinkEvents }): LiveDocument {
  const doc = new Y.Doc();
  let outbox: Outbox = emptyOutbox;
  const barriers = new Map<number, { done: (seq: number) => void; failed: () => void }>();
  let nonce = 0;

  function tell(event: OutboxEvent): void {
    outbox = afterEvent(outbox, event, Date.now());
    events.outbox(outbox);
  }

  const provider = new WebsocketProvider(`${origin}/collab`, name, doc, {
    disableBc: true,
    connect: false,
    maxBackoffTime: 15_000,
    WebSocketPolyfill: countingWebSocket(() => tell({ kind: 'sent' })),
  });
  // The handler must not write to the encoder: what is in it would be sent as an answer.
  provider.messageHandlers[controlType] = (_encoder, decoder) => heard(readControl(decoder));
  provider.on('status', ({ status }) => {
    if (status === 'connected') tell({ kind: 'connected' });
    if (status === 'disconnected') ended();
  });
  provider.on('sync', (isSynced: boolean) => {
    if (isSynced) events.synced();
  });
  provider.on('closed', ({ code }) => (code === contentRefused ? events.refused('content-refused') : events.closed(code)));
  doc.on('update', (_update: Uint8Array, from: unknown) => {
    if (from !== provider && !provider.wsconnected) tell({ kind: 'edited-offline' });
  });

  function heard(control: Control): void {
    if (control.kind === 'saved') tell({ kind: 'settled', frames: control.frames, level: control.level });
    if (control.kind === 'degraded') tell({ kind: 'degraded' });
    if (control.kind === 'rejected' && !harmless.has(control.reason)) events.refused(control.reason);
    if (control.kind === 'barrier') {
      barriers.get(control.nonce)?.done(control.seq);
      barriers.delete(control.nonce);
    }
  }

  function ended(): void {
    tell({ kind: 'disconnected' });
    for (const { failed } of barriers.values()) failed();
    barriers.clear();
  }

  function barrier(): Promise<number> {
    return new Promise((resolve, reject) => {
      const own = ++nonce;
      const failed = () => reject(new Error('The connection ended before the barrier was answered.'));
      if (provider.ws === null || !provider.wsconnected) return failed();
      const timer = setTimeout(failed, barrierMs);
      const done = (seq: number) => {
        clearTimeout(timer);
        resolve(seq);
      };
      barriers.set(own, { done, failed });
      provider.ws.send(new Uint8Array(barrierFrame(own)));
    });
  }

  provider.connect();
  return {
    doc,
    provider,
    barrier,
    destroy: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}
