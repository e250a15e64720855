type Options = {
  /** How long nothing must have stirred. */
  quietMs: number;
  /** How long after the first stir it calls, stirred or not. */
  latestMs: number;
  call: () => void;
};

/**
 * Calls once when it has become quiet, and at the latest so long after the first stir, since fifty people may type for an hour. A stir costs a comparison and
 * no timer: there are hundreds a second.
 */
export class Lull {
  readonly #options: Options;
  #timer: NodeJS.Timeout | undefined;
  #firstMs = 0;
  #lastMs = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  stir(): void {
    this.#lastMs = performance.now();
    if (this.#timer !== undefined) return;
    this.#firstMs = this.#lastMs;
    this.#wait(Math.min(this.#options.quietMs, this.#options.latestMs));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => {
      const { quietMs, latestMs, call } = this.#options;
      const nowMs = performance.now();
      const leftMs = Math.min(this.#lastMs + quietMs, this.#firstMs + latestMs) - nowMs;
      if (leftMs > 1) return this.#wait(leftMs);
      this.#timer = undefined;
      call();
    }, ms);
  }
}
