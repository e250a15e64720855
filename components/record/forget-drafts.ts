const prefix = 'countersign-drafts-';

/** The database of what one person typed in this browser and no server has confirmed. */
export function draftsDatabase(personId: string): string {
  return `${prefix}${personId}`;
}

/** Deletes what this browser keeps of everybody's unconfirmed changes, or of everybody but one person. Open tabs let go of it. */
export async function forgetDrafts(exceptPersonId?: string): Promise<void> {
  const kept = exceptPersonId === undefined ? undefined : draftsDatabase(exceptPersonId);
  for (const name of await draftsDatabases()) if (name !== kept) await deleted(name);
}

/** Whether something of this person's would be lost with it. */
export async function hasDrafts(personId: string): Promise<boolean> {
  const name = draftsDatabase(personId);
  if (!(await draftsDatabases()).includes(name)) return false;
  const db = await answerOf(indexedDB.open(name));
  const stores = [...db.objectStoreNames];
  const counts = await Promise.all(stores.map((store) => answerOf(db.transaction(stores).objectStore(store).count())));
  db.close();
  return counts.some((count) => count > 0);
}

async function draftsDatabases(): Promise<string[]> {
  const all = await indexedDB.databases().catch(() => []);
  return all.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
}

/** A tab that does not let go delays the deletion, never the person who signs out. */
function deleted(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve());
  });
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
