const answerWithinMs = 15_000;

type Waiting = { done: (seq: number) => void; failed: () => void };

/** Barriers on their way (docs/PROTOCOL.md, BARRIER): each is answered with the document's number, or fails with its connection. */
export class Barriers {
  readonly #waiting = new Map<number, Waiting>();
  #nonce = 0;

  /** `send` says whether the barrier left at all. */
  ask(send: (nonce: number) => boolean): Promise<number> {
    return new Promise((resolve, reject) => {
      const nonce = ++this.#nonce;
      const failed = () => {
        this.#waiting.delete(nonce);
        reject(new Error('The connection ended before the barrier was answered.'));
      };
      const timer = setTimeout(failed, answerWithinMs);
      const done = (seq: number) => {
        clearTimeout(timer);
        resolve(seq);
      };
      this.#waiting.set(nonce, { done, failed });
      if (!send(nonce)) failed();
    });
  }

  answer(nonce: number, seq: number): void {
    this.#waiting.get(nonce)?.done(seq);
    this.#waiting.delete(nonce);
  }

  fail(): void {
    for (const { failed } of this.#waiting.values()) failed();
  }
}
