/** Waits for a condition and never for a time: fails with `what` when it does not come true. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, patienceMs = 10_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
