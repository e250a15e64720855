import { IncomingMessage, type OutgoingHttpHeaders, type RequestListener, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { sendWhole } from '@/server/send-whole';

export type Render = (...call: Parameters<RequestListener>) => unknown;
export type Page = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/**
 * A page as everybody gets it: rendered for a request of its own, with the path and nothing else of whoever asked first – no cookie, no header – and
 * finished though they leave.
 */
export function renderApart(render: Render, path: string): Promise<Page> {
  const request = new IncomingMessage(new Socket());
  // Without a name Next takes the reader for a browser that waits for the title, and sends it after the page.
  Object.assign(request, { method: 'GET', url: path, headers: { 'user-agent': 'everybody' } });
  request.push(null);
  const response = new ServerResponse(request);
  return new Promise((resolve, reject) => {
    // It has no socket to end. Whoever wrote it waits to hear that it is out.
    response.end = (body: unknown) => {
      resolve({
        status: response.statusCode,
        headers: response.getHeaders(),
        body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      });
      response.emit('finish');
      return response;
    };
    sendWhole(response);
    Promise.resolve(render(request, response)).catch(reject);
  });
}
