/** Lets `perSecond` units through on average and `burst` at once. Time comes in as milliseconds. */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #at: number;

  constructor({ perSecond, burst, nowMs }: { perSecond: number; burst: number; nowMs: number }) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
    this.#at = nowMs;
  }

  take(units: number, nowMs: number): boolean {
    this.#left = Math.min(this.#burst, this.#left + ((nowMs - this.#at) / 1000) * this.#perSecond);
    this.#at = nowMs;
    if (this.#left < units) return false;
    this.#left -= units;
    return true;
  }
}
