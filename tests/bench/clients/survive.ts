import { until } from '@/tests/server/collab/support/until';
import { clocksOf } from './clocks-of';
import { here, type Opening, pause } from './rooms';
import { typeInTurn } from './type';
import { Wire } from './wire';

let isStopped = false;

/** Types until it is told to stop, whatever becomes of the server. */
export async function typeOn({ perSecond }: { perSecond: number }): Promise<void> {
  isStopped = false;
  await typeInTurn(perSecond, () => !isStopped);
}

export async function stop(): Promise<void> {
  isStopped = true;
}

export type Survived = { seen: number; acknowledged: number; lostSeen: number; lostAcknowledged: number };

/** What others had seen, and what authors had been told is safe, against what a fresh reader of each document finds. */
export async function survived({ url, dialect, writers }: Omit<Opening, 'members'>): Promise<Survived> {
  const sum = { seen: 0, acknowledged: 0, lostSeen: 0, lostAcknowledged: 0 };
  for (const { document, members } of here.rooms) {
    const found = await readBack({ url, dialect, document, headers: writers[0] ?? {} });
    for (const { typist, flights, acknowledged } of members) {
      const have = found.get(typist.client) ?? 0;
      const seen = flights.findLast(({ isSeen }) => isSeen)?.end ?? 0;
      sum.seen += seen;
      sum.acknowledged += acknowledged;
      sum.lostSeen += Math.max(0, seen - have);
      sum.lostAcknowledged += Math.max(0, acknowledged - have);
    }
  }
  return sum;
}

/** The clocks of every author, when nothing more comes: a server may say "in sync" before it has loaded. */
async function readBack(at: ConstructorParameters<typeof Wire>[0]): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  let heardAt = performance.now();
  const heard = (update: Uint8Array) => {
    heardAt = performance.now();
    for (const [client, clock] of clocksOf(update)) found.set(client, Math.max(clock, found.get(client) ?? 0));
  };
  const wire = new Wire(at, { heard, acknowledged: () => {} });
  await until('the reader is in sync', () => wire.isSynced);
  while (performance.now() - heardAt < 300) await pause(20);
  wire.socket.terminate();
  return found;
}
