import { until } from '@/tests/server/collab/support/until';
import { quantile } from '../statistics';
import { here, pause } from './rooms';

export type Typed = { updates: number; missing: number; ms: number; p50: number; p99: number; acknowledgedP50: number };

/** `perSecond` letters in all, in turn, for a while; then waits for those on their way. */
export async function type({ perSecond, ms }: { perSecond: number; ms: number }): Promise<Typed> {
  forget();
  const start = performance.now();
  await typeInTurn(perSecond, () => performance.now() - start < ms);
  await settled();
  return typed(performance.now() - start);
}

/** Everybody keeps `inFlight` letters on their way for a while. */
export async function saturate({ inFlight, ms }: { inFlight: number; ms: number }): Promise<Typed> {
  forget();
  const start = performance.now();
  for (const room of here.rooms) {
    room.arrived = (author) => {
      if (performance.now() - start < ms) room.type(author);
    };
    for (const member of room.members) for (let letter = 0; letter < inFlight; letter++) room.type(member);
  }
  await pause(ms);
  await settled();
  return typed(performance.now() - start);
}

export async function typeInTurn(perSecond: number, goesOn: () => boolean): Promise<void> {
  const turns = here.rooms.flatMap((room) => room.members.map((member) => ({ room, member })));
  const start = performance.now();
  for (let sent = 0; goesOn(); await pause(1)) {
    for (const due = ((performance.now() - start) / 1000) * perSecond; sent < due; sent++) {
      // A step that has no factor in common with the number of people: neighbours are of different documents.
      const turn = turns[(sent * 7_919) % turns.length];
      turn?.room.type(turn.member);
    }
  }
}

function forget(): void {
  for (const room of here.rooms) {
    room.arrived = () => {};
    room.latencies.length = 0;
    room.acknowledgements.length = 0;
  }
}

function underway(): number {
  const members = here.rooms.flatMap((room) => room.members);
  return members.reduce((sum, { flights, arrived }) => sum + flights.length - arrived, 0);
}

/** What is lost on the way is counted, not waited for without end. */
async function settled(): Promise<void> {
  await until('everything arrived', () => underway() === 0, 10_000).catch(() => {});
}

function typed(ms: number): Typed {
  const latencies = here.rooms.flatMap((room) => room.latencies);
  return {
    updates: latencies.length,
    missing: underway(),
    ms,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    acknowledgedP50: quantile(
      here.rooms.flatMap((room) => room.acknowledgements),
      0.5,
    ),
  };
}
