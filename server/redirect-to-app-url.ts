const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
/** What a balancer or a container asks of this very process. The public address may be another port, where nobody is yet. */
const askedOfTheProcess = new Set(['/healthz', '/readyz']);

/**
 * Where a page asked for under another of this machine's own names really lives, or undefined. The session cookie belongs to
 * one host: whoever signed in at localhost would be a stranger at 127.0.0.1.
 */
export function redirectToAppUrl(
  request: { method?: string; url?: string; headers: { host?: string } },
  appUrl: string,
): string | undefined {
  const { host } = request.headers;
  const app = new URL(appUrl);
  if (request.method !== 'GET' || host === undefined || !URL.canParse(`http://${host}`)) return undefined;
  const asked = new URL(`http://${host}`);
  if (!loopback.has(asked.hostname) || !loopback.has(app.hostname) || asked.hostname === app.hostname) return undefined;
  if (askedOfTheProcess.has(request.url ?? '')) return undefined;
  // Joined as text: an address such as //elsewhere.example must stay a path of ours.
  return `${app.origin}${request.url?.startsWith('/') ? request.url : '/'}`;
}
