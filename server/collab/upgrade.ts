import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Db } from '@/db/client';
import type { Result } from '@/domain/result';
import { type Admitted, authorise, type Denied } from './authorisation';
import { closeCodes } from './codes';
import { Connection } from './connection';
import { createNotes } from './create-notes';
import type { Documents, Report } from './documents';
import type { Limits } from './limits';
import type { Clock } from './open-document';
import { readTicket } from './session';

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
type Options = { db: Db; documents: Documents; origin: string; secret: string; now: Clock; limits: Limits; report: Report };

export const collabPath = '/collab/';

/**
 * The way in. A foreign Origin gets no handshake: a browser sends cookies with any page's WebSocket, and only this header says
 * whose page it is. Everything else is answered after the handshake, since a browser cannot read why one was denied
 * and the stock client would try for ever; no document is loaded for it.
 */
export function createUpgrade(options: Options): Upgrade {
  const { origin, limits, report } = options;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
  });
  return (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (request.headers.origin !== origin) {
      refuseHandshake(socket, '403 Forbidden');
      return;
    }
    decide(options, request)
      .then((decision) => server.handleUpgrade(request, socket, head, (webSocket) => seat(options, webSocket, decision)))
      .catch((fault: unknown) => {
        report(fault, { task: 'upgrade' });
        refuseHandshake(socket, '503 Service Unavailable');
      });
  };
}

export function refuseHandshake(socket: Duplex, status: string): void {
  // A peer that resets now must not end the process.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function decide({ db, secret, origin, now }: Options, request: IncomingMessage): Promise<Result<Admitted, Denied>> {
  const [path = ''] = (request.url ?? '').split('?');
  const ticket = await readTicket(request.headers.cookie, { secret, origin });
  const decision = await authorise(db, { ticket, name: path.slice(collabPath.length), now: now() });
  if (decision.ok && decision.value.document.kind === 'notes') {
    const { document, seat: place } = decision.value;
    await createNotes(db, { ...document, personId: place.personId, at: now() });
  }
  return decision;
}

function seat({ documents, now, limits, report }: Options, socket: WebSocket, decision: Result<Admitted, Denied>): void {
  // ws closes by itself after a protocol error, with the right code; without a listener the process would end.
  socket.on('error', () => {});
  if (!decision.ok) {
    socket.close(closeCodes[decision.refusal.code], decision.refusal.code);
    return;
  }
  // Nothing is read until the document is there, so nothing can be lost or pile up.
  socket.pause();
  const connection = new Connection(socket, decision.value, { limits, nowMs: now().getTime() });
  serve({ documents, limits }, socket, connection).catch((fault: unknown) => {
    report(fault, { document: decision.value.document.name });
    connection.close('store-down');
  });
}

async function serve(
  { documents, limits }: Pick<Options, 'documents' | 'limits'>,
  socket: WebSocket,
  connection: Connection,
): Promise<void> {
  const held = await documents.hold(connection.admitted.document.name);
  if (held === undefined) {
    connection.close('no-document');
    return;
  }
  const { open, release } = held;
  const others = [...open.connections];
  const own = others.filter((other) => other.admitted.seat.personId === connection.admitted.seat.personId);
  if (others.length >= limits.connectionsPerDocument || own.length >= limits.connectionsPerPersonAndDocument) {
    release();
    connection.close('too-many');
    return;
  }
  socket.on('message', (data, isBinary) => {
    if (isBinary && data instanceof Buffer) open.receive(connection, data);
    else connection.close('protocol-error');
  });
  socket.on('close', () => {
    open.leave(connection);
    release();
  });
  open.join(connection);
  socket.resume();
}
