import type { ServerResponse } from 'node:http';

/**
 * Holds an answer back until it is complete and then sends it at once, with its length. For what a page asks of Next to read itself again: a stream of
 * components that breaks off makes React throw the page away with every editor on it, while an answer that never began is simply asked for again.
 */
export function sendWhole(response: ServerResponse): void {
  const { writeHead, end } = response;
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown, encoding: unknown): void => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? asEncoding(encoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  // The head waits too: once it is out, Node sends in chunks what has no length yet.
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    for (const part of rest) if (typeof part === 'object' && part !== null) setHeaders(response, part);
    return response;
  };
  response.write = (chunk: unknown, ...rest: unknown[]) => {
    keep(chunk, rest[0]);
    for (const part of rest) if (typeof part === 'function') part();
    return true;
  };
  response.end = (...parts: unknown[]) => {
    keep(parts[0], parts[1]);
    response.writeHead = writeHead;
    const done = parts.find((part): part is () => void => typeof part === 'function');
    return end.call(response, Buffer.concat(chunks), 'binary', done === undefined ? undefined : () => done());
  };
}

function setHeaders(response: ServerResponse, headers: object): void {
  for (const [name, value] of Object.entries(headers)) if (isHeader(value)) response.setHeader(name, value);
}

function isHeader(value: unknown): value is string | number | string[] {
  return typeof value === 'string' || typeof value === 'number' || Array.isArray(value);
}

function asEncoding(name: string): BufferEncoding {
  return Buffer.isEncoding(name) ? name : 'utf8';
}
