import { type Bench, type Figure, opening, withServer } from '../figure';
import type { Subject } from '../subjects';

const topology = { documents: 10, members: 4, perSecond: 400 };
/** Twenty kills of ours in a run; one of a peer in each round. */
const killsOfOurs = 20;

/** SIGKILL in mid-typing: what a fresh reader finds after the restart, against what others had seen and authors had been told is safe. */
export const kill: Figure = {
  name: 'kill',
  says: 'kill -9 while 40 people at 10 documents type 400 letters a second',
  measure: async (subject, bench) => {
    const kills = subject.isOurs ? Math.ceil(killsOfOurs / bench.rounds) : 1;
    const sum = { kills, seen: 0, acknowledged: 0, lostSeen: 0, lostAcknowledged: 0 };
    for (let count = 0; count < kills; count++) {
      // A peer that stores now and then loses the most when nobody pauses for some seconds; ours is killed at any moment.
      const found = await killed(subject, bench, subject.isOurs ? 500 + Math.random() * 1_000 : 8_000);
      sum.seen += found.seen;
      sum.acknowledged += found.acknowledged;
      sum.lostSeen += found.lostSeen;
      sum.lostAcknowledged += found.lostAcknowledged;
    }
    const { seen, acknowledged, lostSeen, lostAcknowledged } = sum;
    return {
      kills,
      seen,
      'lost of these': lostSeen,
      '% of seen lost': (100 * lostSeen) / seen,
      acknowledged,
      'lost of those': lostAcknowledged,
      '% of acknowledged lost': (100 * lostAcknowledged) / acknowledged,
    };
  },
};

async function killed(subject: Subject, bench: Bench, ms: number) {
  const { people } = bench;
  const before = await subject.start(topology);
  await people.ask('open', opening(subject, before, topology.members));
  const typing = people.ask('typeOn', { perSecond: topology.perSecond });
  await new Promise((resolve) => setTimeout(resolve, ms));
  await before.kill();
  await people.ask('stop');
  await typing;
  return withServer(subject, bench, { ...topology, world: before.world }, (again) =>
    people.ask('survived', opening(subject, again)),
  );
}

/** How long one who joins waits for a document that three people made in ten thousand edits. */
export const load: Figure = {
  name: 'load',
  says: 'a document of ten thousand edits by three people, from storage, until one who joins has it all; and the same again',
  isOf: ({ keeps }) => keeps,
  measure: async (subject, bench) => {
    const start = { documents: 3 };
    const before = await subject.start(start);
    await bench.people.ask('write', { ...opening(subject, before), edits: 10_000 });
    // Hocuspocus stores two seconds after the last edit; what is unfinished then is not what is measured.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await before.kill();
    return withServer(subject, bench, { ...start, world: before.world }, async (again) => {
      const [first = Number.NaN, ...others] = await bench.people.ask('join', opening(subject, again));
      return { 'ms, first after a start': first, 'ms, then': others.reduce((sum, ms) => sum + ms, 0) / others.length };
    });
  },
};
