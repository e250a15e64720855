/** Whether the server can answer now: not while it is away, and not while only a gateway is there. */
export function isServerReady(): Promise<boolean> {
  return fetch('/readyz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}
