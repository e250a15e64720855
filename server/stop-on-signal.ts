import { log } from '@/platform/log';

const patienceMs = 5_000;

/** Runs `stop` once at SIGTERM or SIGINT and ends the process, after five seconds in any case: what was acknowledged is in the log. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const begin = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        log().error({ err: fault }, 'stopping');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', begin);
  process.on('SIGINT', begin);
}
