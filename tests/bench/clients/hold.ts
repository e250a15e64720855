import { until } from '@/tests/server/collab/support/until';
import { here, type Opening, open } from './rooms';
import { Wire } from './wire';

/** So many more connections at every document that is open; they come in and say nothing. */
export async function crowd({ url, dialect, documents, writers, perDocument }: Opening & { perDocument: number }): Promise<void> {
  const silent = { heard: () => {}, acknowledged: () => {} };
  // In handfuls, so that no server has to shake a thousand hands at once.
  for (let round = 0; round < perDocument; round++) {
    const headers = writers[round % writers.length] ?? {};
    const wires = documents.map((document) => new Wire({ url, dialect, document, headers }, silent));
    here.crowd.push(...wires);
    await until('the crowd is in sync', () => wires.every((wire) => wire.isSynced), 60_000);
  }
}

export async function disperse(): Promise<void> {
  for (const wire of here.crowd.splice(0)) wire.socket.terminate();
}

/** Opens documents and pastes so many characters into each. */
export async function fill({ characters, ...opening }: Opening & { characters: number }): Promise<void> {
  const rooms = await open(opening);
  const pasted = rooms.flatMap((room) => {
    const [author] = room.members;
    if (author !== undefined) room.paste(author, 'x'.repeat(characters));
    return author ?? [];
  });
  await until('everything is acknowledged', () => pasted.every((author) => author.oldest === undefined), 60_000);
}

/** Everybody leaves but those at the first document. */
export async function leaveAllButOne(): Promise<void> {
  for (const room of here.rooms.splice(1)) room.leave();
}
