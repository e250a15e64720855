import type { Db } from '@/db/client';
import { type DocumentAccess, documentAccess } from '@/domain/policies/document-access';
import { readClosed } from './closed-records';
import type { CloseReason } from './codes';
import type { Connection } from './connection';
import type { Documents, Report } from './documents';
import type { Clock } from './open-document';
import { readSeats, type Seating } from './seats';

/** Looks at everybody who is connected, every second or two and whenever somebody's right may have changed (PROTOCOL P13, P22). */
export class Revocation {
  readonly #options: { db: Db; documents: Documents; now: Clock; report: Report };
  readonly #timer: NodeJS.Timeout;
  #checking: Promise<void> | undefined;
  #isAskedAgain = false;

  constructor({ everyMs, ...options }: { db: Db; documents: Documents; now: Clock; report: Report; everyMs: number }) {
    this.#options = options;
    this.#timer = setInterval(() => void this.recheck(), everyMs);
    this.#timer.unref();
  }

  /** A call during a check makes another one after it: what changed meanwhile may have been read before. */
  recheck(): Promise<void> {
    this.#isAskedAgain = true;
    this.#checking ??= this.#run().finally(() => {
      this.#checking = undefined;
    });
    return this.#checking;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#checking;
  }

  async #run(): Promise<void> {
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      await this.#check().catch((fault: unknown) => {
        this.#options.report(fault, { task: 'recheck of access' });
        this.#closeExpired();
      });
    }
  }

  async #check(): Promise<void> {
    const { db, documents, now } = this.#options;
    const connections = documents.connections();
    if (connections.length === 0) return;
    const tickets = new Map(connections.map(({ admitted }) => [admitted.ticket.sid, admitted.ticket]));
    const seatings = await readSeats(db, now(), [...tickets.values()]);
    const closed = await readClosed(
      db,
      connections.map(({ admitted }) => admitted.document),
    );
    for (const connection of connections) {
      const reason = reasonToGo(connection, seatings.get(connection.admitted.ticket.sid), closed);
      if (reason !== undefined) connection.close(reason);
    }
  }

  /** A clock needs no database. */
  #closeExpired(): void {
    const { documents, now } = this.#options;
    for (const connection of documents.connections()) if (connection.admitted.expiresAt <= now()) connection.close('no-session');
  }
}

/**
 * A changed right always ends the connection, also when it grew: a flag flipped in place would refuse frames of a client that
 * does not know yet, and a caret would go on under the old party.
 */
function reasonToGo(
  { admitted }: Connection,
  seating: Seating | undefined,
  closed: ReadonlySet<string>,
): CloseReason | undefined {
  if (seating === undefined) return 'no-session';
  const { seat: before, document, access } = admitted;
  const seat = seating.seats.find((candidate) => candidate.workspaceId === before.workspaceId);
  const isSame = seat?.membershipId === before.membershipId && seat.role === before.role && seat.party?.id === before.party?.id;
  if (!isSame) return 'no-right';
  const now = documentAccess(seat, document.kind === 'notes' ? document : { ...document, isClosed: closed.has(document.name) });
  if (now === access) return undefined;
  // The seat is the same, so it is the claim that was closed or reopened, or the draft that was proposed: whoever comes back finds out by STATE.
  return isOf(now) && isOf(access) ? 'claim-moved' : 'no-right';
}

function isOf(access: DocumentAccess): boolean {
  return access === 'closed' || access === 'write';
}
