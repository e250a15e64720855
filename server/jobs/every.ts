/** Does a thing now and then, never twice at once. A failure is reported, and the next turn tries again. `stop` waits for a turn that is on its way. */
export function every(
  pauseMs: number,
  turn: () => Promise<unknown>,
  report: (fault: unknown) => void,
): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  const go = () => {
    running ??= turn()
      .then(() => undefined, report)
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(go, pauseMs);
  timer.unref();
  go();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
