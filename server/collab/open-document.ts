import type { Db } from '@/db/client';
import { afterRejection, type CloseReason, type RejectionReason } from './codes';
import type { Connection } from './connection';
import {
  barrierFrame,
  heartbeatFrame,
  presenceFrame,
  readFrame,
  rejectedFrame,
  savedFrame,
  stateFrame,
  stepOneFrame,
  stepTwoFrame,
  updateFrame,
} from './frames';
import type { Limits } from './limits';
import type { Loaded } from './load-document';
import { Presence, presenceUser } from './presence';
import type { DocumentRow } from './read-log';
import { Room, type Verdict } from './room';

export type Clock = () => Date;

/** A document that somebody has open: its room, the connections at it, and their presence. */
export class OpenDocument {
  readonly room: Room;
  readonly connections = new Set<Connection>();
  readonly #presence: Presence;
  readonly #options: { now: Clock; limits: Limits; level: 0 | 1; changed: (bytes: number) => void };
  readonly #settled = new Map<Connection, { frames: number; seq: number }>();
  #presenceTimer: NodeJS.Timeout | undefined;

  constructor({
    db,
    document,
    loaded,
    clients,
    failed,
    ...options
  }: {
    db: Db;
    document: DocumentRow;
    loaded: Pick<Loaded, 'doc' | 'seq'>;
    clients: Map<number, string>;
    now: Clock;
    limits: Limits;
    /** 0: what is saved survives the death of the process; 1: it is on disk. */
    level: 0 | 1;
    /** New content is in the log: an update of so many bytes. */
    changed: (bytes: number) => void;
    failed: (cause: unknown) => void;
  }) {
    this.#options = options;
    this.#presence = new Presence(() => options.now().getTime());
    this.room = new Room({
      db,
      document,
      loaded,
      clients,
      limits: options.limits,
      presenceOwner: (client) => this.#presence.ownerOf(client),
      events: { released: () => this.#sendSaved(), failed },
    });
  }

  /** Everything sent here waits its turn, so that one who joins never sees what is not durable. */
  join(connection: Connection): void {
    this.connections.add(connection);
    this.room.look((doc, seq) => {
      connection.send(stateFrame(this.#stateFor(connection, seq)));
      connection.send(stepOneFrame(doc));
      this.#sendEveryone(connection);
    });
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    this.#presence.leave(connection);
    this.#announcePresence();
  }

  receive(connection: Connection, message: Uint8Array): void {
    if (!connection.isOpen) return;
    const frame = readFrame(message);
    // Content pays when it is submitted and presence by its own measure; everything else costs an answer, so it pays here.
    const isPaidElsewhere = frame.kind === 'data' || frame.kind === 'presence';
    if (!isPaidElsewhere && !connection.mayTake(message.byteLength, this.#options.now().getTime())) {
      connection.close('too-many');
      return;
    }
    switch (frame.kind) {
      case 'data':
        this.#submit(connection, frame);
        return;
      case 'broken-data':
        connection.received += 1;
        this.#reject(connection, 'malformed');
        return;
      case 'step-one':
        this.room.look((doc) => this.#answerStepOne(connection, () => stepTwoFrame(doc, frame.stateVector)));
        return;
      case 'presence':
        this.#hearPresence(connection, frame.states);
        return;
      case 'query-presence':
        this.#sendEveryone(connection);
        return;
      case 'barrier':
        this.room.look((_doc, seq) => {
          this.#sendSaved();
          connection.send(barrierFrame(frame.nonce, seq));
        });
        return;
      case 'hello':
        return;
      case 'unknown':
        connection.unknown += 1;
        if (connection.unknown >= this.#options.limits.unknownFrames) connection.close('protocol-error');
    }
  }

  heartbeat(): void {
    for (const connection of this.connections) {
      connection.send(heartbeatFrame(this.room.seq));
      connection.ping();
    }
  }

  closeAll(reason: CloseReason): void {
    for (const connection of this.connections) connection.close(reason);
  }

  destroy(): void {
    clearTimeout(this.#presenceTimer);
    this.room.destroy();
  }

  #submit(connection: Connection, { step, update }: { step: 'step-two' | 'update'; update: Uint8Array }): void {
    connection.received += 1;
    const frame = connection.received;
    const at = this.#options.now();
    if (!connection.mayTake(update.byteLength, at.getTime())) {
      this.#reject(connection, 'too-many');
      return;
    }
    connection.waits(update.byteLength);
    this.room.submit({
      author: () => connection.author(),
      at,
      step,
      update: () => update,
      settled: (verdict) => {
        connection.waited(update.byteLength);
        this.#settle(connection, frame, verdict);
      },
    });
  }

  /** Refused unread, yet answered in its turn: SAVED n settles everything up to n. */
  #reject(connection: Connection, reason: RejectionReason): void {
    const frame = connection.received;
    this.room.look(() => this.#settle(connection, frame, { verdict: 'rejected', reason, spoiled: false }));
  }

  #settle(connection: Connection, frame: number, verdict: Verdict): void {
    if (verdict.verdict === 'rejected') connection.send(rejectedFrame(frame, verdict.reason));
    if (verdict.verdict === 'saved') {
      this.#broadcast(updateFrame(verdict.update), connection);
      this.#options.changed(verdict.update.byteLength);
    }
    this.#settled.set(connection, { frames: frame, seq: this.room.seq });
    if (verdict.verdict === 'rejected') this.#follow(connection, verdict.reason);
  }

  #follow(connection: Connection, reason: RejectionReason): void {
    const then = afterRejection[reason];
    if (then !== 'stay') this.#end(connection, then);
    else if (reason === 'incomplete') this.#askAgain(connection);
  }

  /** A frame that builds on what never came: the client sends everything the server lacks, unless it does so for ever. */
  #askAgain(connection: Connection): void {
    connection.gaps += 1;
    if (connection.gaps >= this.#options.limits.gaps) this.#end(connection, 'content-refused');
    else this.room.look((doc) => connection.send(stepOneFrame(doc)));
  }

  /** What was settled before is said before. */
  #end(connection: Connection, reason: CloseReason): void {
    this.#sendSaved();
    connection.close(reason);
  }

  #answerStepOne(connection: Connection, frame: () => Uint8Array): void {
    // Encoding a document is the costly part, and nobody is there to hear it.
    if (!connection.isOpen) return;
    try {
      connection.send(frame());
    } catch {
      connection.close('protocol-error');
    }
  }

  #broadcast(frame: Uint8Array, author?: Connection): void {
    for (const connection of this.connections) if (connection !== author) connection.send(frame);
  }

  /** Server-side edits (appendAs) have no connection that would hear of them otherwise. */
  published(update: Uint8Array): void {
    this.#broadcast(updateFrame(update));
    this.#options.changed(update.byteLength);
  }

  #sendSaved(): void {
    for (const [connection, { frames, seq }] of this.#settled) connection.send(savedFrame(frames, seq, this.#options.level));
    this.#settled.clear();
  }

  #stateFor({ admitted }: Connection, seq: number): Record<string, unknown> {
    const { document, access, seat } = admitted;
    return {
      document: document.name,
      access,
      role: seat.role,
      user: { personId: seat.personId, ...presenceUser(seat) },
      level: this.#options.level,
      seq,
      limits: { updateBytes: this.#options.limits.updateBytes, messageBytes: this.#options.limits.messageBytes },
    };
  }

  #hearPresence(connection: Connection, states: Uint8Array): void {
    const { now, limits } = this.#options;
    if (!connection.mayAnnounce(now().getTime())) return;
    const { seat } = connection.admitted;
    const mayUse = (client: number) => this.room.mayUse(client, seat.personId);
    this.#presence.announce(connection, seat, { states, mayUse, maxBytes: limits.presenceBytes });
    this.#announcePresence();
  }

  #announcePresence(): void {
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = undefined;
      for (const [connection, states] of this.#presence.takeChanges(this.connections))
        connection.sendPresence(presenceFrame(states));
    }, this.#options.limits.presenceEveryMs);
  }

  #sendEveryone(connection: Connection): void {
    const states = this.#presence.everyoneBut(connection);
    if (states !== undefined) connection.sendPresence(presenceFrame(states));
  }
}
