import type { Bench, People, Running, Subject } from './figure';

/** A fresh server with people at its documents; both are gone afterwards. */
export async function withRoom<Result>(
  subject: Subject,
  { people }: Bench,
  { documents, members }: { documents: number; members: number },
  measure: (running: Running, people: People) => Promise<Result>,
): Promise<Result> {
  const running = await subject.start({ documents });
  try {
    const { url, dialect, world } = running;
    await people.ask('open', { url, dialect, members, ...world, isEmpty: !subject.isOurs });
    return await measure(running, people);
  } finally {
    await people.ask('close');
    await running.kill();
  }
}
