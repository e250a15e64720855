import * as Y from 'yjs';
import type { ChangeKey, KeptChange, KeptChanges, RefusedText } from './kept-changes';
import type { Unsettled } from './save-state';

/** How long a change may wait for its SAVED before it is kept in the browser. Most never are, and so leave no trace there. */
const keepAfterMs = 250;
/** Kept changes go in frames well below the 256 KiB of one Update, and each frame brings the changes of one editor (PROTOCOL P11). */
const mostBytesPerFrame = 128 * 1024;

type Own = { update: Uint8Array; keys: ChangeKey[]; isKept: boolean };
type Options = { doc: Y.Doc; name: string; kept: Promise<KeptChanges>; made: (id: number) => void };

/** The changes of one document that no server has confirmed: in memory, and in the browser's storage when they wait. */
export class UnsavedChanges {
  readonly #options: Options;
  readonly #own = new Map<number, Own>();
  #store: KeptChanges | undefined;
  #count = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #restoring: ChangeKey[] | undefined;

  constructor(options: Options) {
    this.#options = options;
    void options.kept.then((store) => {
      this.#store = store;
    });
  }

  add(update: Uint8Array, { isOnItsWay }: { isOnItsWay: boolean }): void {
    const id = ++this.#count;
    const { doc, name, made } = this.#options;
    const restored = this.#restoring;
    this.#restoring = undefined;
    this.#own.set(id, { update, keys: restored ?? [[name, Date.now(), doc.clientID, id]], isKept: restored !== undefined });
    made(id);
    if (!isOnItsWay) this.keepNow();
    else this.#timer ??= setTimeout(() => this.keepNow(), keepAfterMs);
  }

  updates(): Uint8Array[] {
    return [...this.#own.values()].map(({ update }) => update);
  }

  /** Nothing of it will ever be confirmed: what is kept of it from now on are words to read. */
  refuse(texts: readonly RefusedText[]): void {
    clearTimeout(this.#timer);
    const keys = [...this.#own.values()].flatMap((own) => own.keys);
    this.#own.clear();
    void this.#options.kept.then((store) => store.refuse(keys, texts));
  }

  /** What is no longer unsettled is saved. */
  settle(unsettled: readonly Unsettled[]): void {
    const waiting = new Set(unsettled.map(({ id }) => id));
    const settled = [...this.#own].filter(([id]) => !waiting.has(id));
    for (const [id] of settled) this.#own.delete(id);
    const keys = settled.flatMap(([, { keys, isKept }]) => (isKept ? keys : []));
    if (keys.length > 0) this.#store?.drop(keys);
  }

  keepNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const fresh = [...this.#own.values()].filter(({ isKept }) => !isKept);
    if (this.#store === undefined || fresh.length === 0) return;
    const { clientID } = this.#options.doc;
    this.#store.keep(fresh.flatMap(({ keys, update }) => keys.map((key) => ({ key, client: clientID, update }))));
    for (const one of fresh) one.isKept = true;
  }

  /**
   * Brings what an earlier tab left into a document that is in sync, as this person's changes on their way. Answers them when one builds on something
   * that the server does not have, which happens when the server was set back to an older state: that document must be made anew.
   */
  async restore(): Promise<Uint8Array[]> {
    const { doc, kept } = this.#options;
    this.#store = await kept;
    const { changes } = await this.#store.read();
    for (const group of framesOf(changes)) {
      this.#restoring = group.map(({ key }) => key);
      doc.transact(() => {
        for (const { update } of group) Y.applyUpdate(doc, update);
      }, this);
      // No event: the server has it all, and only its answer was lost.
      if (this.#restoring !== undefined && isWhole(doc)) this.#store.drop(this.#restoring);
      this.#restoring = undefined;
    }
    if (isWhole(doc)) return [];
    this.#store.drop(changes.map(({ key }) => key));
    return changes.map(({ update }) => update);
  }
}

function isWhole({ store }: Y.Doc): boolean {
  return store.pendingStructs === null && store.pendingDs === null;
}

function framesOf(changes: readonly KeptChange[]): KeptChange[][] {
  const frames: KeptChange[][] = [];
  let bytes = 0;
  for (const change of changes) {
    const frame = frames.at(-1);
    bytes += change.update.byteLength;
    if (frame?.[0]?.client === change.client && bytes <= mostBytesPerFrame) frame.push(change);
    else {
      frames.push([change]);
      bytes = change.update.byteLength;
    }
  }
  return frames;
}
