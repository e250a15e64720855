/** How many connections each person has in this process. */
export class SeatsTaken {
  readonly #counts = new Map<string, number>();

  /** Undefined: the person has as many as one may. The answer gives the seat back. */
  take(personId: string, most: number): (() => void) | undefined {
    const taken = this.#counts.get(personId) ?? 0;
    if (taken >= most) return undefined;
    this.#counts.set(personId, taken + 1);
    return () => {
      const left = (this.#counts.get(personId) ?? 1) - 1;
      if (left > 0) this.#counts.set(personId, left);
      else this.#counts.delete(personId);
    };
  }
}
