import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { sendWhole } from '@/server/send-whole';

const opened: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

it('sends an answer that was written in parts at once, with its length, status and headers', async () => {
  const address = await serve((_, response) => {
    sendWhole(response);
    response.writeHead(203, { 'content-type': 'text/x-component' });
    response.write('first ');
    setTimeout(() => response.end('last, with ü'), 20);
  });
  const answer = await fetch(address);
  expect(answer.status).toBe(203);
  expect(answer.headers.get('content-type')).toBe('text/x-component');
  expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength('first last, with ü')));
  expect(await answer.text()).toBe('first last, with ü');
});

it('answers nothing at all when it breaks off', async () => {
  const address = await serve((request, response) => {
    sendWhole(response);
    response.writeHead(200);
    response.write('first ');
    setTimeout(() => request.socket.destroy(), 20);
  });
  await expect(fetch(address)).rejects.toThrow('fetch failed');
});

it('tells a writer at once that its part was taken, and its end when it is out', async () => {
  const told: string[] = [];
  const address = await serve((_, response) => {
    sendWhole(response);
    response.write('part', () => told.push('part'));
    response.end(() => told.push('end'));
  });
  expect(await (await fetch(address)).text()).toBe('part');
  expect(told).toEqual(['part', 'end']);
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
