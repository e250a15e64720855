import * as Y from 'yjs';
import { until } from '@/tests/server/collab/support/until';
import { clocksOf } from './clocks-of';
import { type Opening, pause } from './rooms';
import { firstContent, textOf } from './typist';
import { Wire } from './wire';

/**
 * Three people at a document; one stops reading, one writes `bytes` in all, in texts of `chunk` that are taken out again at once, and one
 * reads along. Gives the code with which the deaf one was let go, or undefined.
 */
export async function goBy({
  url,
  dialect,
  documents,
  writers,
  isEmpty,
  bytes,
  chunk,
}: Opening & { bytes: number; chunk: number }): Promise<number | undefined> {
  const [document = ''] = documents;
  const doc = new Y.Doc();
  let heard = 0;
  const enter = (who: number, listen: (update: Uint8Array) => void = () => {}) =>
    new Wire({ url, dialect, document, headers: writers[who % writers.length] ?? {} }, { heard: listen, acknowledged: () => {} });
  const author = enter(0);
  await until('the author is in sync', () => author.isSynced);
  if (isEmpty) author.update(firstContent);
  const deaf = enter(1);
  const watcher = enter(2, (update) => {
    for (const [client, clock] of clocksOf(update)) if (client === doc.clientID) heard = clock;
  });
  await until('everybody is in sync', () => deaf.isSynced && watcher.isSynced);
  deaf.socket.pause();
  Y.applyUpdate(doc, firstContent);
  doc.on('update', (update: Uint8Array) => author.update(update));
  for (let sent = 0; sent < bytes; sent += chunk) {
    const text = textOf(doc);
    text.insert(0, 'x'.repeat(chunk));
    // Together with its deletion it may be a few bytes.
    await until('it has gone by', () => heard === sent + chunk, 60_000);
    text.delete(0, chunk);
  }
  deaf.socket.resume();
  await until('it is known whether the deaf one was let go', () => deaf.closedWith !== undefined, 2_000).catch(() => {});
  const { closedWith } = deaf;
  for (const wire of [author, deaf, watcher]) wire.socket.terminate();
  await pause(50);
  return closedWith;
}
