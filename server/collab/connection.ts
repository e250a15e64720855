import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Seat } from './append';
import type { Admitted } from './authorisation';
import type { Backlog } from './backlog';
import { type Bar, barOf, type CloseReason, closeCodes } from './codes';
import type { Limits } from './limits';
import { TokenBucket } from './token-bucket';

type Options = { limits: Limits; backlog: Backlog; nowMs: number };

const barsOf: Record<Admitted['access'], Bar | undefined> = { read: 'read-only', closed: 'claim-closed', write: undefined };

/** What was written to in this turn. */
const corked: Duplex[] = [];

function uncorkAll(): void {
  for (const stream of corked.splice(0)) stream.uncork();
}

/** One open socket: who sits there, what it may still send, and how much it has not read. */
export class Connection {
  readonly admitted: Admitted;
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #seat: Seat;
  readonly #limits: Limits;
  readonly #backlog: Backlog;
  readonly #frames: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #presence: TokenBucket;
  readonly #onEnd: (() => void)[] = [];
  /** Data frames received on this connection: the `n` of SAVED. */
  received = 0;
  gaps = 0;
  unknown = 0;
  strikes = 0;
  #waitingFrames = 0;
  #waitingBytes = 0;
  #isHeld = false;
  #answersPings = true;
  #bar: Bar | undefined;
  #hasEnded = false;
  #hasLostRight = false;
  #sentBytes = 0;
  /** What had left for the client by then, while something was still here. */
  #leftBytes = 0;
  #leftAtMs: number;

  /** `stream` is what the WebSocket speaks over: frames that are ready are written to it as they are. */
  constructor({ socket, stream }: { socket: WebSocket; stream: Duplex }, admitted: Admitted, options: Options) {
    const { limits, backlog, nowMs } = options;
    this.#socket = socket;
    this.#stream = stream;
    this.admitted = admitted;
    this.#limits = limits;
    this.#backlog = backlog;
    this.#bar = barsOf[admitted.access];
    this.#seat = { membershipId: admitted.seat.membershipId, role: admitted.seat.role, sid: admitted.ticket.sid };
    this.#leftAtMs = nowMs;
    this.#frames = new TokenBucket({ perSecond: limits.framesPerSecond, burst: limits.framesBurst, nowMs });
    this.#bytes = new TokenBucket({ perSecond: limits.bytesPerSecond, burst: limits.bytesBurst, nowMs });
    this.#presence = new TokenBucket({ perSecond: limits.presencePerSecond, burst: limits.presenceBurst, nowMs });
    socket.on('pong', () => {
      this.#answersPings = true;
    });
    socket.on('close', () => this.#end());
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** Called once, when it is closed or lost, and not only when the other side has answered: what it holds is given back at once. */
  onEnd(listener: () => void): void {
    if (this.#hasEnded) listener();
    else this.#onEnd.push(listener);
  }

  /** Asked when a frame's turn comes: a right that was lost while it waited is lost for it too. */
  author(): { personId: string; partyId: string | null; bar: Bar | undefined; seat: Seat } {
    const { seat } = this.admitted;
    return { personId: seat.personId, partyId: seat.party?.id ?? null, bar: this.#bar, seat: this.#seat };
  }

  mayTake(bytes: number, nowMs: number): boolean {
    return this.#frames.take(1, nowMs) && this.#bytes.take(bytes, nowMs);
  }

  mayAnnounce(nowMs: number): boolean {
    return this.#presence.take(1, nowMs);
  }

  /** Sends a ready frame, unless the client has stopped reading: then it is let go, and takes up again from its own state later. */
  send(frame: Buffer): void {
    if (!this.isOpen) return;
    const waiting = this.#stream.writableLength;
    // One frame may be larger than the bound by itself: a whole document that somebody opens.
    if (waiting > 0 && waiting + frame.byteLength > this.#limits.unsentBytes) this.close('slow-reader');
    else this.#write(frame);
  }

  /** Presence is the first thing to drop: the next one is as good. */
  sendPresence(frame: Buffer): void {
    if (this.isOpen && this.#stream.writableLength <= this.#limits.unsentBytesForPresence) this.#write(frame);
  }

  /** Its right has ended, and it will be closed as soon as it is known how; nothing that it sends counts any more. */
  loseRight(bar: Bar): void {
    this.#bar = bar;
    this.#hasLostRight = true;
  }

  get hasLostRight(): boolean {
    return this.#hasLostRight;
  }

  close(reason: CloseReason): void {
    this.#bar ??= barOf[reason];
    if (this.isOpen) {
      // What was said before is read before.
      this.#socket.close(closeCodes[reason], reason);
      // The closing handshake waits for what has not been read; for a while, and for nothing else.
      const timer = setTimeout(() => this.#socket.terminate(), this.#limits.closeMs);
      timer.unref();
      this.#socket.once('close', () => clearTimeout(timer));
    }
    // A socket that is not read would not see the other side's answer.
    this.#socket.resume();
    this.#end();
  }

  /** A frame waits for the store: above the bounds the socket is not read, and TCP holds the client back. */
  waits(bytes: number): void {
    this.#waitingFrames += 1;
    this.#waitingBytes += bytes;
    this.#isHeld = this.#backlog.add(bytes, this) || this.#isHeld;
    const isOver = this.#waitingFrames >= this.#limits.waitingFrames || this.#waitingBytes >= this.#limits.waitingBytes;
    if (isOver || this.#isHeld) this.#socket.pause();
  }

  waited(bytes: number): void {
    this.#waitingFrames -= 1;
    this.#waitingBytes -= bytes;
    this.#backlog.remove(bytes);
    this.#resumeIfBelow();
  }

  /** The process has room again. */
  resume(): void {
    this.#isHeld = false;
    this.#resumeIfBelow();
  }

  /** Ends a connection whose other side did not answer since the last call. One that is not read cannot be heard answering. */
  ping(): void {
    if (!this.#answersPings && !this.#socket.isPaused) {
      this.#socket.terminate();
      return;
    }
    this.#answersPings = false;
    if (this.isOpen) this.#socket.ping();
  }

  /** Ends a connection from which nothing has moved for too long although something waits for it. */
  checkReading(nowMs: number): void {
    const waiting = this.#stream.writableLength;
    const left = this.#sentBytes - waiting;
    if (waiting === 0 || left !== this.#leftBytes) {
      this.#leftBytes = left;
      this.#leftAtMs = nowMs;
    } else if (this.isOpen && nowMs - this.#leftAtMs > this.#limits.unsentMs) this.close('slow-reader');
  }

  /** What is sent in one turn, news and SAVED above all, leaves in one system call: those are most of what a keystroke costs. */
  #write(frame: Buffer): void {
    this.#sentBytes += frame.byteLength;
    if (this.#stream.writableCorked === 0) {
      this.#stream.cork();
      // One tick for everybody: at a document with a hundred readers a closure each is felt.
      if (corked.push(this.#stream) === 1) process.nextTick(uncorkAll);
    }
    this.#stream.write(frame);
  }

  #resumeIfBelow(): void {
    const isBelow = this.#waitingFrames < this.#limits.waitingFrames / 2 && this.#waitingBytes <= this.#limits.waitingBytes / 2;
    if (this.#socket.isPaused && isBelow && !this.#isHeld) this.#socket.resume();
  }

  #end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#backlog.forget(this);
    for (const listener of this.#onEnd.splice(0)) listener();
  }
}
