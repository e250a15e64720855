import { connect, createServer, type Socket } from 'node:net';
import { freePort } from './free-port';

/** A way to another port of this machine on which everything can come to a halt, as on a network that swallows packets: no connection ends, nothing arrives. */
export type SilentWay = { port: number; hush(): void; speak(): void; close(): Promise<void> };

export async function silentWayTo(target: number): Promise<SilentWay> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  let isHushed = false;
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => to.write(chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (isHushed) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    hush: () => {
      isHushed = true;
      for (const socket of sockets) socket.pause();
    },
    speak: () => {
      isHushed = false;
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
