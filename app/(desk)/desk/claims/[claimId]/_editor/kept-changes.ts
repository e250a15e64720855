import { draftsDatabase } from '@/components/record/forget-drafts';
import type { UnsavedText } from './unsaved-words';

/** A change as it waits in this browser for a server; `client` is the Yjs client id that made it. */
export type KeptChange = { key: ChangeKey; client: number; update: Uint8Array };
/** The document, when it was made, and what tells it from others of that moment. Its order is the order of making. */
export type ChangeKey = [document: string, madeAtMs: number, client: number, count: number];
/** What a person is still offered after a refusal. */
export type RefusedText = UnsavedText & { id: string; reason: string };

export type KeptChanges = {
  read: () => Promise<{ changes: KeptChange[]; refused: RefusedText[] }>;
  keep: (changes: readonly KeptChange[]) => void;
  drop: (keys: readonly ChangeKey[]) => void;
  /** In one step, so that no text is ever in neither place. */
  refuse: (keys: readonly ChangeKey[], texts: readonly RefusedText[]) => void;
  dismiss: (id: string) => void;
};

/**
 * What no server has confirmed, in this browser's IndexedDB: one database per person, and nothing but the person's own pending changes and refused words.
 * Not y-indexeddb: it keeps the whole document, others' text and private notes included, and would bring back what the server refused.
 *
 * Two tabs of one person may read and send the same change. Nothing is doubled, because a change keeps its Yjs client id and clocks: the server
 * knows it already when it comes again (PROTOCOL P5, P7). Hence no lock between tabs.
 */
export async function openKeptChanges(personId: string, document: string): Promise<KeptChanges> {
  const db = await open(draftsDatabase(personId)).catch(() => undefined);
  return db === undefined ? nothingKept : keptIn(db, document);
}

/** A browser that has no storage for us, or took it away: the text is in the tab alone, and closing it warns. */
const nothingKept: KeptChanges = {
  read: async () => ({ changes: [], refused: [] }),
  keep: () => undefined,
  drop: () => undefined,
  refuse: () => undefined,
  dismiss: () => undefined,
};

const stores = ['changes', 'refused'];

function keptIn(db: IDBDatabase, document: string): KeptChanges {
  // Signing out deletes the database, in whichever tab: what is still open here must not fill it again.
  let isForgotten = false;
  db.addEventListener('versionchange', () => {
    isForgotten = true;
    db.close();
  });
  // The browser itself took it away.
  db.addEventListener('close', () => {
    isForgotten = true;
  });
  const own = IDBKeyRange.bound([document], [document, []]);
  const write = (change: (changes: IDBObjectStore, refused: IDBObjectStore) => void) => {
    if (isForgotten) return;
    const transaction = db.transaction(stores, 'readwrite');
    change(transaction.objectStore('changes'), transaction.objectStore('refused'));
  };
  return {
    read: async () => {
      if (isForgotten) return nothingKept.read();
      const transaction = db.transaction(stores);
      // An editor must open, also where storage fails.
      return Promise.all([
        answerOf<KeptChange[]>(transaction.objectStore('changes').getAll(own)),
        answerOf<RefusedText[]>(transaction.objectStore('refused').getAll(own)),
      ]).then(([changes, refused]) => ({ changes, refused }), nothingKept.read);
    },
    keep: (kept) =>
      write((changes) => {
        for (const change of kept) changes.put(change, change.key);
      }),
    drop: (keys) =>
      write((changes) => {
        for (const key of keys) changes.delete(key);
      }),
    refuse: (keys, texts) =>
      write((changes, refused) => {
        for (const text of texts) refused.put(text, [document, text.id]);
        for (const key of keys) changes.delete(key);
      }),
    dismiss: (id) => write((_changes, refused) => refused.delete([document, id])),
  };
}

/** How long a browser may take to open a database before the editor goes on without it. */
const openWithinMs = 5000;

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => {
    for (const store of stores) request.result.createObjectStore(store);
  });
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('The database did not open.')), openWithinMs);
  });
  return Promise.race([answerOf<IDBDatabase>(request), late]);
}

/** What is read back is what this file wrote under the same version of the database. */
function answerOf<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result as T));
    request.addEventListener('error', () => reject(request.error));
  });
}
