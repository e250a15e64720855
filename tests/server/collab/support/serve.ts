import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Db } from '@/db/client';
import type { Bus } from '@/platform/bus';
import { type Collab, createCollab } from '@/server/collab/collab';
import type { Limits } from '@/server/collab/limits';

/** The origin that test browsers say they come from. */
export const origin = 'http://localhost:3000';
export const secret = 'a secret that is only used by tests, and long enough';

export type Served = { collab: Collab; url: string; faults: unknown[]; stop: () => Promise<void> };

/**
 * The collaboration server on a port of its own, over a real database. Faults that it reports are kept for the test to look at. On level 1 it is told that its store
 * is PostgreSQL, and asks it how far the logs are.
 */
export async function serve(
  db: Db,
  limits: Partial<Limits> = {},
  port = 0,
  { bus, level = bus === undefined ? 0 : 1 }: { bus?: Bus; level?: 0 | 1 } = {},
): Promise<Served> {
  const faults: unknown[] = [];
  // A test connects as often as it likes, unless that is what it is about.
  const tested = { connectionsPerAddress: 100_000, ...limits };
  const collab = createCollab({
    ...{ db, origin, secret, level, report: (fault: unknown) => faults.push(fault), limits: tested },
    ...(bus === undefined ? {} : { bus }),
  });
  const server = createServer();
  server.on('upgrade', collab.upgrade);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: listening } = server.address() as AddressInfo;
  return {
    collab,
    faults,
    url: `ws://127.0.0.1:${listening}/collab`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await collab.stop();
      server.closeAllConnections();
      await closed;
    },
  };
}
