import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Authorship } from './authorship';
import { Barriers } from './barriers';
import { type Access, barrierFrame, type Control, controlType, readControl } from './control-messages';
import { countingWebSocket } from './counting-web-socket';
import type { KeptChanges, RefusedText } from './kept-changes';
import { Passages } from './passages';
import { afterEvent, emptyOutbox, type Outbox, type OutboxEvent } from './save-state';
import { UnsavedChanges } from './unsaved-changes';
import { type Roots, type UnsavedText, unplacedWords, unsavedWords } from './unsaved-words';

export type LiveDocument = {
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** The document's sequence number once everything typed before is durable; rejects when the connection ends first. */
  barrier: () => Promise<number>;
  /** An input holds something that it has not written yet; the answer says that it has. */
  typing: () => () => void;
  /** Who wrote which letters. Asks nothing until it is turned on. */
  authorship: Authorship;
  /** What comments are on, and where that stands. */
  passages: Passages;
  destroy: () => void;
};

export type Refusal = { reason: string; texts: RefusedText[] };
export type LinkEvents = {
  outbox: (outbox: Outbox) => void;
  /** What the person may do here, each time the server has been reached. */
  access: (access: Access) => void;
  /** The text of the server is here, with what this browser kept for it. */
  synced: () => void;
  /** The server will never have what this document holds: it must be made anew. */
  refused: (refusal: Refusal) => void;
  /** The connection ended for good, with what no server has confirmed. */
  closed: (why: number | 'other-person', texts: RefusedText[]) => void;
};

/** Rejections after which the same document goes on: a gap is asked for again, and what came too fast comes again after the reconnect. */
const harmless = new Set(['incomplete', 'too-many']);
/** y-websocket's close codes from 4400 to 4499 are final; this one says that our content was refused. */
const contentRefused = 4422;
/** A message that the server did not even read. It would come again, as large, with every reconnect. */
const messageTooLarge = 1009;

type Options = {
  origin: string;
  name: string;
  /** Whose page this is. Nothing leaves before the server has found the same person's session. */
  personId: string;
  kept: Promise<KeptChanges>;
  roots: Roots;
  events: LinkEvents;
};

/** One live document over the stock provider. BroadcastChannel is off: two tabs meet on the server, so nobody sees what is not durable. */
export function openLiveDocument({ origin, name, personId, kept, roots, events }: Options): LiveDocument {
  const doc = new Y.Doc();
  const barriers = new Barriers();
  let outbox: Outbox = emptyOutbox;
  let isOver = false;
  let mayWrite = false;
  let isSynced = false;
  let refusal: { reason: string; frame: number } | undefined;

  const changes = new UnsavedChanges({ doc, name, kept, made: (id) => tell({ kind: 'changed', id }) });
  // Before the provider listens: a change is known here when the frame that carries it leaves.
  doc.on('update', (update: Uint8Array, from: unknown) => {
    if (from !== provider) changes.add(update, { isOnItsWay: provider.wsconnected });
  });

  function tell(event: OutboxEvent): void {
    outbox = afterEvent(outbox, event, Date.now());
    events.outbox(outbox);
  }

  const provider: WebsocketProvider = new WebsocketProvider(`${origin}/collab`, name, doc, {
    disableBc: true,
    connect: false,
    maxBackoffTime: 15_000,
    WebSocketPolyfill: countingWebSocket((frame) => {
      if (mayWrite) tell({ kind: 'sent', carries: frame === 'step-two' ? 'all' : 'newest' });
      return mayWrite;
    }),
  });
  // The handler must not write to the encoder: what is in it would be sent as an answer.
  provider.messageHandlers[controlType] = (_encoder, decoder) => heard(readControl(decoder));
  provider.on('status', ({ status }) => {
    if (status === 'connected') tell({ kind: 'connected' });
    if (status === 'disconnected') disconnected();
  });
  provider.on('connection-close', (event) => {
    if (event?.code === messageTooLarge) refuse('too-large');
  });
  provider.on('sync', (inSync: boolean) => {
    if (inSync && !isSynced) void restore();
  });
  provider.on('closed', ({ code }) => (code === contentRefused ? refuse('content-refused') : close(code)));

  async function restore(): Promise<void> {
    isSynced = true;
    const misplaced = await changes.restore();
    if (isOver) return;
    if (misplaced.length > 0) return refuse('incomplete', unplacedWords(misplaced, roots.texts.at(-1) ?? ''));
    events.synced();
  }

  function heard(control: Control): void {
    switch (control.kind) {
      case 'state':
        mayWrite = control.personId === personId;
        if (mayWrite) {
          tell({ kind: 'told', level: control.level });
          events.access(control.access);
        } else close('other-person');
        return;
      case 'saved':
        tell({ kind: 'settled', frames: control.frames, level: control.level });
        changes.settle(outbox.unsettled);
        if (refusal !== undefined && control.frames >= refusal.frame) refuse(refusal.reason);
        return;
      case 'rejected':
        // SAVED will cover the frame all the same, and says first what was saved before it (P4).
        tell({ kind: 'postponed', frame: control.frame });
        if (!harmless.has(control.reason)) refusal ??= { reason: control.reason, frame: control.frame };
        return;
      case 'degraded':
        tell({ kind: 'degraded' });
        return;
      case 'barrier':
        barriers.answer(control.nonce, control.seq);
        return;
      case 'other':
        return;
    }
  }

  function disconnected(): void {
    mayWrite = false;
    tell({ kind: 'disconnected' });
    changes.keepNow();
    barriers.fail();
    if (refusal !== undefined) refuse(refusal.reason);
  }

  /** Once: whatever else the connection says of this document is about the same refusal. */
  function refuse(why: string, words = wordsNobodyHas()): void {
    if (isOver) return;
    isOver = true;
    const reason = refusal?.reason ?? why;
    const texts = named(words, reason);
    changes.refuse(texts);
    provider.disconnect();
    events.refused({ reason, texts });
  }

  function close(why: number | 'other-person'): void {
    if (isOver) return;
    isOver = true;
    const texts = named(wordsNobodyHas(), String(why));
    provider.disconnect();
    events.closed(why, texts);
  }

  function named(words: readonly UnsavedText[], reason: string): RefusedText[] {
    return words.map((text, index) => ({ ...text, reason, id: `${Date.now()}-${doc.clientID}-${index}` }));
  }

  function wordsNobodyHas(): UnsavedText[] {
    return unsavedWords(doc, changes.updates(), roots);
  }

  /** `ws.close()` alone would wait for an answer from where none comes. A browser that is wrong about its network is connected again at once. */
  function reconnect(): void {
    if (isOver) return;
    provider.disconnect();
    provider.connect();
  }

  const authorship = new Authorship(provider);
  const keepNow = () => changes.keepNow();
  // The browser may know long before the silence tells, and need not wait for the next try either.
  const page: [name: string, does: () => void][] = [
    ['pagehide', keepNow],
    ['offline', reconnect],
    ['online', reconnect],
  ];
  for (const [name, does] of page) window.addEventListener(name, does);
  provider.connect();
  return {
    doc,
    provider,
    authorship,
    passages: new Passages(),
    barrier: () => barriers.ask((nonce) => provider.wsconnected && sendNow(provider, barrierFrame(nonce))),
    typing: () => {
      tell({ kind: 'typing', inputs: 1 });
      return () => tell({ kind: 'typing', inputs: -1 });
    },
    destroy: () => {
      isOver = true;
      authorship.turnOff();
      // After the fields of the page have written what they hold.
      setTimeout(() => {
        changes.keepNow();
        for (const [name, does] of page) window.removeEventListener(name, does);
        provider.destroy();
        doc.destroy();
      });
    },
  };
}

function sendNow(provider: WebsocketProvider, frame: Uint8Array): boolean {
  provider.ws?.send(new Uint8Array(frame));
  return provider.ws !== null;
}
