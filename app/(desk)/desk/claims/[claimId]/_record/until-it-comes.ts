/** Three minutes in all: longer than a server takes to start, and after a new version the old part never comes. */
const pausesMs = [1000, 2000, 4000, 8000, ...Array<number>(11).fill(15_000)];

/** A part of the page that is loaded after it, asked for again when it fails: a page may be opened while the server starts again. */
export async function untilItComes<T>(load: () => Promise<T>): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return load();
}
