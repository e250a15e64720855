import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Db } from '@/db/client';
import { ok, type Result, refuse } from '@/domain/result';
import { type Admitted, authorise, type Denied } from './authorisation';
import type { Backlog } from './backlog';
import { closeCodes } from './codes';
import { Connection } from './connection';
import { createNotes } from './create-notes';
import type { Documents, Report } from './documents';
import type { Limits } from './limits';
import type { Clock } from './open-document';
import { SeatsTaken } from './seats-taken';
import { readTicket } from './session';

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
type Options = {
  db: Db;
  documents: Documents;
  backlog: Backlog;
  origin: string;
  secret: string;
  now: Clock;
  limits: Limits;
  report: Report;
  /** Counts one new connection of the address that a request came from; false when there were too many in this minute. */
  mayConnect: (request: IncomingMessage) => Promise<boolean>;
};
type Decision = Result<Admitted, Denied | { code: 'too-many' }>;
type Place = { socket: WebSocket; stream: Duplex };

export const collabPath = '/collab/';

/**
 * The way in. A foreign Origin gets no handshake: a browser sends cookies with any page's WebSocket, and only this header says
 * whose page it is. Everything else is answered after the handshake, since a browser cannot read why one was denied
 * and the stock client would try for ever; no document is loaded for it.
 */
export function createUpgrade(options: Options): Upgrade {
  const { origin, limits, report } = options;
  const seatsTaken = new SeatsTaken();
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
  });
  return (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    if (request.headers.origin !== origin) {
      refuseHandshake(stream, '403 Forbidden');
      return;
    }
    decide(options, request)
      .then((decision) =>
        server.handleUpgrade(request, stream, head, (socket) => seat(options, seatsTaken, { socket, stream }, decision)),
      )
      .catch((fault: unknown) => {
        report(fault, { task: 'upgrade' });
        refuseHandshake(stream, '503 Service Unavailable');
      });
  };
}

export function refuseHandshake(socket: Duplex, status: string): void {
  // A peer that resets now must not end the process.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function decide({ db, secret, origin, now, mayConnect }: Options, request: IncomingMessage): Promise<Decision> {
  // Before anything is read for it.
  if (!(await mayConnect(request))) return refuse({ code: 'too-many' });
  const [path = ''] = (request.url ?? '').split('?');
  const ticket = await readTicket(request.headers.cookie, { secret, origin });
  const decision = await authorise(db, { ticket, name: path.slice(collabPath.length), now: now() });
  if (!decision.ok) return decision;
  const { document, seat: place } = decision.value;
  if (document.kind === 'notes') await createNotes(db, { ...document, personId: place.personId, at: now() });
  return ok(decision.value);
}

function seat(options: Options, seatsTaken: SeatsTaken, place: Place, decision: Decision): void {
  const { socket } = place;
  const { now, limits, report, backlog } = options;
  // ws closes by itself after a protocol error, with the right code; without a listener the process would end.
  socket.on('error', () => {});
  if (!decision.ok) {
    socket.close(closeCodes[decision.refusal.code], decision.refusal.code);
    return;
  }
  const { seat: seated, document } = decision.value;
  const giveBack = seatsTaken.take(seated.personId, limits.connectionsPerPerson);
  if (giveBack === undefined) {
    socket.close(closeCodes['too-many'], 'too-many');
    return;
  }
  // Nothing is read until the document is there, so nothing can be lost or pile up.
  socket.pause();
  const connection = new Connection(place, decision.value, { limits, backlog, nowMs: now().getTime() });
  connection.onEnd(giveBack);
  serve(options, socket, connection).catch((fault: unknown) => {
    report(fault, { document: document.name });
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
  open.join(connection);
  connection.onEnd(() => {
    open.leave(connection);
    release();
  });
  socket.resume();
}
