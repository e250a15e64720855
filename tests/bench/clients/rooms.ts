import { until } from '@/tests/server/collab/support/until';
import { Room, type Seats } from './room';
import type { Wire } from './wire';

/** Documents with people at them, as one subject's world has them. `isEmpty`: nobody wrote a first content yet. */
export type Opening = Omit<Seats, 'document'> & { documents: string[]; isEmpty: boolean };

/** Everybody who is connected now. One job after the other uses it. */
export const here: { rooms: Room[]; crowd: Wire[] } = { rooms: [], crowd: [] };

export async function open({ documents, isEmpty, ...seats }: Opening): Promise<Room[]> {
  const rooms = documents.map((document) => new Room({ ...seats, document }));
  here.rooms.push(...rooms);
  await until('everybody is in sync', () => rooms.every((room) => room.isSynced), 60_000);
  if (isEmpty) for (const room of rooms) room.seed();
  return rooms;
}

export async function close(): Promise<void> {
  for (const room of here.rooms.splice(0)) room.leave();
  for (const wire of here.crowd.splice(0)) wire.socket.terminate();
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
