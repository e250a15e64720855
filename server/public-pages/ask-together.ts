/**
 * The same question, put once for everybody who waits for it: whoever comes while it is being answered waits for the next one. So no answer is older
 * than the call, and a crowd costs as much as one.
 */
export function askTogether<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asking: Promise<unknown> = Promise.resolve();
  let waiting: Promise<Answer> | undefined;
  return () => {
    waiting ??= asking.then(() => {
      waiting = undefined;
      const answer = ask();
      asking = answer.catch(() => undefined);
      return answer;
    });
    return waiting;
  };
}
