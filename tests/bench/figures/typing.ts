import { type Figure, opening, withServer } from '../figure';

type Topology = { documents: number; members: number; perSecond: number };

const topologies = {
  '10x5': { documents: 10, members: 5, perSecond: 400 },
  '50x4': { documents: 50, members: 4, perSecond: 800 },
  '1x100': { documents: 1, members: 100, perSecond: 200 },
} satisfies Record<string, Topology>;

/** Letters at a fixed rate: how long until everybody has them, and what the server spends on it. */
export const latencies: Figure[] = Object.entries(topologies).map(([name, topology]) => ({
  name: `latency-${name}`,
  says: `${topology.documents} documents × ${topology.members} people, ${topology.perSecond} letters a second in all: until all others have a letter`,
  measure: (subject, bench) =>
    withServer(subject, bench, topology, async (running) => {
      await bench.people.ask('open', opening(subject, running, topology.members));
      await bench.people.ask('type', { perSecond: topology.perSecond, ms: 1_000 });
      const before = await running.usage();
      const typed = await bench.people.ask('type', { perSecond: topology.perSecond, ms: bench.measureMs });
      const after = await running.usage();
      return {
        'p50 ms': typed.p50,
        'p99 ms': typed.p99,
        'acknowledged p50 ms': typed.acknowledgedP50,
        'CPU s / 10,000': ((after.cpuMs - before.cpuMs) / typed.updates) * 10,
        undelivered: typed.missing,
      };
    }),
}));

/** As many letters as the server takes, two of each person on their way at a time. */
export const capacities: Figure[] = (['10x5', '50x4'] as const).map((name) => ({
  name: `capacity-${name}`,
  says: `${topologies[name].documents} documents × ${topologies[name].members} people, each with two letters on their way all the time`,
  measure: (subject, bench) =>
    withServer(subject, bench, topologies[name], async (running) => {
      await bench.people.ask('open', opening(subject, running, topologies[name].members));
      await bench.people.ask('saturate', { inFlight: 2, ms: 1_000 });
      const before = await running.usage();
      const typed = await bench.people.ask('saturate', { inFlight: 2, ms: bench.measureMs });
      const after = await running.usage();
      return {
        'updates / CPU s': typed.updates / ((after.cpuMs - before.cpuMs) / 1000),
        'updates / s': typed.updates / (typed.ms / 1000),
        'p50 ms': typed.p50,
        undelivered: typed.missing,
      };
    }),
}));
