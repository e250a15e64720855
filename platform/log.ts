import { type Logger, pino } from 'pino';
import { logLevel } from './env';

const secretNames = ['email', 'password', 'cookie', 'cookies', 'authorization', 'token', 'secret', 'body', 'headers'];
const secretPaths = secretNames.flatMap((name) => [name, `*.${name}`]);

/**
 * One line of JSON per event. Bodies, cookies, query strings and e-mail addresses never reach it: a log is read by people and
 * machines that the parties did not agree to.
 */
export function log(): Logger {
  shared ??= createLog(logLevel());
  return shared;
}

let shared: Logger | undefined;

export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    serializers: { err: describeFault, error: describeFault, fault: describeFault, req: describeRequest },
    redact: { paths: secretPaths, censor: '[withheld]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

type Fault = { type: string; message: string; stack?: string; code?: string; cause?: Fault };

/**
 * Only what locates a fault. Drizzle puts the parameters of a failed query into its message, and PostgreSQL the offending
 * values into `detail`; both may be a person's words or address.
 */
function describeFault(fault: unknown): Fault {
  if (!(fault instanceof Error)) return { type: typeof fault, message: 'Something other than an Error was thrown.' };
  const { code, cause } = fault as Error & { code?: unknown };
  return {
    type: fault.name,
    message: scrub(fault.message),
    ...(fault.stack === undefined ? {} : { stack: scrub(fault.stack) }),
    ...(typeof code === 'string' ? { code } : {}),
    ...(cause instanceof Error ? { cause: describeFault(cause) } : {}),
  };
}

function describeRequest(request: { method?: string; url?: string }): { method?: string; path?: string } {
  return { method: request.method, path: request.url?.split('?')[0] };
}

function scrub(text: string): string {
  return text
    .replace(/\nparams: .*(?:\n(?! +at ).*)*/g, '')
    .replace(/[^\s@<>"'()=]+@[^\s@<>"'()=]+\.[^\s@<>"'()=]+/g, '[e-mail]');
}
