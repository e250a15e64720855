import type { PGlite } from '@electric-sql/pglite';
import { log } from '@/platform/log';

const hourMs = 60 * 60 * 1000;

/** PGlite runs no autovacuum, and the draft log rewrites rows all day: without this the tables only grow. */
export function scheduleVacuum(client: PGlite): () => void {
  const timer = setInterval(() => {
    client.exec('VACUUM ANALYZE').catch((error: unknown) => log().error({ error }, 'The hourly vacuum failed.'));
  }, hourMs);
  timer.unref();
  return () => clearInterval(timer);
}
