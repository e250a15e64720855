type Waiting = { at: Date; resume: () => void };

/**
 * Several stories told at once, in the order of their moments: each step waits until no other story has an earlier one. Events are
 * numbered as they are recorded, so a desk whose activity runs forward in time has to be played forward in time.
 */
export class Timeline {
  #running = 0;
  #waiting: Waiting[] = [];

  /** Plays stories side by side until all have ended. */
  async play(stories: (() => Promise<void>)[]): Promise<void> {
    this.#running = stories.length;
    await Promise.all(
      stories.map(async (story) => {
        await story();
        this.#running -= 1;
        this.#resumeEarliest();
      }),
    );
  }

  /** Waits for its turn. Outside of stories there is nobody to wait for. */
  async reach(at: Date): Promise<void> {
    if (this.#running === 0) return;
    await new Promise<void>((resume) => {
      this.#waiting.push({ at, resume });
      this.#running -= 1;
      this.#resumeEarliest();
    });
  }

  #resumeEarliest(): void {
    if (this.#running > 0) return;
    this.#waiting.sort((a, b) => a.at.getTime() - b.at.getTime());
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#running += 1;
    next.resume();
  }
}
