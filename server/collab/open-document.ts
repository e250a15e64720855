import { afterRejection, type Bar, type CloseReason, type RejectionReason } from './codes';
import type { Connection } from './connection';
import {
  barrierFrame,
  degradedFrame,
  heartbeatFrame,
  readFrame,
  rejectedFrame,
  savedFrame,
  stateFrame,
  stepOneFrame,
  stepTwoFrame,
  updateFrame,
} from './frames';
import type { Limits } from './limits';
import { Presence, presenceUser, type ToldState } from './presence';
import type { Room } from './room';
import { wire } from './wire';
import type { News, Verdict } from './working-copy';

export type Clock = () => Date;

type Options = {
  now: Clock;
  limits: Limits;
  /** 0: what is saved survives the death of the process; 1: it is on disk. */
  level: 0 | 1;
  /** Makes the room, which tells of what it let out. */
  room: (events: { news: (news: readonly News[]) => void; released: () => void }, presence: Presence) => Room;
  /** New content is in the log: updates of so many bytes. */
  changed: (bytes: number) => void;
  /** Somebody's row was refused at its commit, because their right was gone or the claim closed. */
  rightLost: (connection: Connection, bar: Bar) => void;
  /** States of people who are connected here, for other processes. */
  presenceChanged: (states: readonly ToldState[]) => void;
};

/** A document that somebody has open: its room, the connections at it, and their presence. */
export class OpenDocument {
  readonly room: Room;
  readonly connections = new Set<Connection>();
  readonly presence: Presence;
  readonly #options: Options;
  /** Those who have the document already, and so may hear what is new in it. */
  readonly #listeners = new Set<Connection>();
  readonly #settled = new Map<Connection, { frames: number; seq: number }>();
  #presenceTimer: NodeJS.Timeout | undefined;
  #presenceAgain: NodeJS.Timeout | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.presence = new Presence(() => options.now().getTime());
    this.room = options.room({ news: (news) => this.#tellNews(news), released: () => this.#sendSaved() }, this.presence);
  }

  /** Everything sent here waits its turn, so that one who joins never sees what is not durable. */
  join(connection: Connection): void {
    this.connections.add(connection);
    this.#presenceAgain ??= setInterval(() => this.#announceAll(), this.#options.limits.presenceAgainMs);
    this.room.look((doc, seq) => {
      if (!this.connections.has(connection)) return;
      this.#listeners.add(connection);
      connection.send(wire(stateFrame(this.#stateFor(connection, seq))));
      connection.send(wire(stepOneFrame(doc)));
      this.#sendEveryone(connection);
    });
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    this.#listeners.delete(connection);
    this.#settled.delete(connection);
    this.presence.leave(connection);
    this.#announcePresence();
  }

  receive(connection: Connection, message: Uint8Array): void {
    if (!connection.isOpen || connection.hasLostRight) return;
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
          connection.send(wire(barrierFrame(frame.nonce, seq)));
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
    const frame = wire(heartbeatFrame(this.room.seq));
    for (const connection of this.#listeners) {
      connection.send(frame);
      connection.ping();
    }
  }

  degraded(sinceMs: number): void {
    const frame = wire(degradedFrame(sinceMs));
    for (const connection of this.#listeners) connection.send(frame);
  }

  closeAll(reason: CloseReason): void {
    for (const connection of this.connections) connection.close(reason);
  }

  /** What another process says of those who are connected there. */
  hearNode(node: string, states: readonly ToldState[]): void {
    this.presence.hear(node, states);
    this.#announcePresence();
  }

  forgetNode(node: string): void {
    this.presence.forgetNode(node);
    this.#announcePresence();
  }

  destroy(): void {
    clearTimeout(this.#presenceTimer);
    // Whoever left last is still shown elsewhere.
    this.#options.presenceChanged(this.presence.takeUntold());
    clearInterval(this.#presenceAgain);
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
      origin: connection,
      update: () => update,
      settled: (verdict) => {
        connection.waited(update.byteLength);
        this.#settle(connection, frame, verdict);
      },
      abandoned: () => connection.waited(update.byteLength),
    });
  }

  /** Refused unread, yet answered in its turn: SAVED n settles everything up to n. */
  #reject(connection: Connection, reason: RejectionReason): void {
    const frame = connection.received;
    this.room.look(() => this.#settle(connection, frame, { verdict: 'rejected', reason }));
  }

  #settle(connection: Connection, frame: number, verdict: Verdict): void {
    if (!this.connections.has(connection)) return;
    const reason = verdict.verdict === 'right-lost' ? 'read-only' : verdict.verdict === 'rejected' ? verdict.reason : undefined;
    const at = verdict.verdict === 'rejected' ? verdict.at : undefined;
    if (reason !== undefined) connection.send(wire(rejectedFrame(frame, reason, at)));
    this.#settled.set(connection, { frames: frame, seq: this.room.seq });
    if (reason === undefined || connection.hasLostRight) return;
    const isClosedNow = reason === 'claim-closed' && connection.admitted.access === 'write';
    if (verdict.verdict === 'right-lost' || isClosedNow) {
      const bar = isClosedNow ? 'claim-closed' : 'read-only';
      connection.loseRight(bar);
      this.#options.rightLost(connection, bar);
    } else this.#follow(connection, reason);
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
    else this.room.look((doc) => connection.send(wire(stepOneFrame(doc))));
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
      connection.send(wire(frame()));
    } catch {
      connection.close('protocol-error');
    }
  }

  /** One frame for everybody; whoever wrote all of it has it already. */
  #tellNews(news: readonly News[]): void {
    this.#options.changed(news.reduce((bytes, { update }) => bytes + update.byteLength, 0));
    for (const { update, origin } of news) {
      const frame = wire(updateFrame(update));
      for (const connection of this.#listeners) if (connection !== origin) connection.send(frame);
    }
  }

  #sendSaved(): void {
    if (this.#settled.size === 0) return;
    for (const [connection, { frames, seq }] of this.#settled)
      connection.send(wire(savedFrame(frames, seq, this.#options.level)));
    this.#settled.clear();
  }

  #stateFor({ admitted }: Connection, seq: number): Record<string, unknown> {
    const { document, access, seat } = admitted;
    const { updateBytes, messageBytes, documentBytes, documentWarnBytes } = this.#options.limits;
    return {
      document: document.name,
      access,
      role: seat.role,
      user: { personId: seat.personId, ...presenceUser(seat) },
      level: this.#options.level,
      seq,
      bytes: this.room.bytes,
      limits: { updateBytes, messageBytes, documentBytes, documentWarnBytes },
    };
  }

  #hearPresence(connection: Connection, states: Uint8Array): void {
    const { now, limits } = this.#options;
    if (!connection.mayAnnounce(now().getTime())) return;
    const { seat } = connection.admitted;
    const mayUse = (client: number) => this.room.mayUse(client, seat.personId);
    const isFine = this.presence.announce(connection, seat, { states, mayUse, maxBytes: limits.presenceBytes });
    if (!isFine) connection.strikes += 1;
    if (connection.strikes >= limits.presenceStrikes) connection.close('protocol-error');
    this.#announcePresence();
  }

  #announcePresence(): void {
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = undefined;
      this.#options.presenceChanged(this.presence.takeUntold());
      this.#sendPresence(this.presence.takeChanges(this.#listeners));
    }, this.#options.limits.presenceEveryMs);
  }

  #announceAll(): void {
    this.#options.presenceChanged(this.presence.here());
    this.#sendPresence(this.presence.takeAll(this.#listeners));
  }

  #sendPresence(messages: readonly [Connection, Uint8Array][]): void {
    const frames = new Map<Uint8Array, Buffer>();
    for (const [connection, message] of messages) {
      const frame = frames.get(message) ?? wire(message);
      frames.set(message, frame);
      connection.sendPresence(frame);
    }
  }

  #sendEveryone(connection: Connection): void {
    const message = this.presence.everyoneBut(connection);
    if (message !== undefined) connection.sendPresence(wire(message));
  }
}
