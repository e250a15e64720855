type Held = { resume(): void };

/** What waits for the store in the whole process. Above the bound whoever sends more is not read until half of it is gone. */
export class Backlog {
  readonly #most: number;
  readonly #paused = new Set<Held>();
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(bytes: number, connection: Held): boolean {
    this.#bytes += bytes;
    if (this.#bytes < this.#most) return false;
    this.#paused.add(connection);
    return true;
  }

  remove(bytes: number): void {
    this.#bytes -= bytes;
    if (this.#paused.size === 0 || this.#bytes > this.#most / 2) return;
    const paused = [...this.#paused];
    this.#paused.clear();
    for (const connection of paused) connection.resume();
  }

  forget(connection: Held): void {
    this.#paused.delete(connection);
  }
}
