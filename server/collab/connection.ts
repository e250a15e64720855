import type { WebSocket } from 'ws';
import type { Admitted } from './authorisation';
import { type CloseReason, closeCodes } from './codes';
import type { Limits } from './limits';
import { TokenBucket } from './token-bucket';

/** One open socket: who sits there, what it may still send, and how much it has not read. */
export class Connection {
  readonly admitted: Admitted;
  readonly #socket: WebSocket;
  readonly #limits: Limits;
  readonly #frames: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #presence: TokenBucket;
  /** Data frames received on this connection: the `n` of SAVED. */
  received = 0;
  gaps = 0;
  unknown = 0;
  #waitingFrames = 0;
  #waitingBytes = 0;
  #answersPings = true;
  #mayWrite: boolean;

  constructor(socket: WebSocket, admitted: Admitted, { limits, nowMs }: { limits: Limits; nowMs: number }) {
    this.#socket = socket;
    this.admitted = admitted;
    this.#limits = limits;
    this.#mayWrite = admitted.access === 'write';
    this.#frames = new TokenBucket({ perSecond: limits.framesPerSecond, burst: limits.framesBurst, nowMs });
    this.#bytes = new TokenBucket({ perSecond: limits.bytesPerSecond, burst: limits.bytesBurst, nowMs });
    this.#presence = new TokenBucket({ perSecond: limits.presencePerSecond, burst: limits.presenceBurst, nowMs });
    socket.on('pong', () => {
      this.#answersPings = true;
    });
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** Asked when a frame's turn comes: a right that was lost while it waited is lost for it too. */
  author(): { personId: string; partyId: string | null; canWrite: boolean } {
    const { seat } = this.admitted;
    return { personId: seat.personId, partyId: seat.party?.id ?? null, canWrite: this.#mayWrite };
  }

  mayTake(bytes: number, nowMs: number): boolean {
    return this.#frames.take(1, nowMs) && this.#bytes.take(bytes, nowMs);
  }

  mayAnnounce(nowMs: number): boolean {
    return this.#presence.take(1, nowMs);
  }

  /** Sends, unless the client has stopped reading: then it is let go, and takes up again from its own state later. */
  send(frame: Uint8Array): void {
    if (!this.isOpen) return;
    if (this.#socket.bufferedAmount > this.#limits.unsentBytes) this.close('slow-reader');
    else this.#socket.send(frame);
  }

  /** Presence is the first thing to drop: the next one is as good. */
  sendPresence(frame: Uint8Array): void {
    if (this.isOpen && this.#socket.bufferedAmount <= this.#limits.unsentBytesForPresence) this.#socket.send(frame);
  }

  close(reason: CloseReason): void {
    if (reason === 'no-session' || reason === 'no-right') this.#mayWrite = false;
    this.#socket.close(closeCodes[reason], reason);
    // A socket that is not read would not see the other side's answer.
    this.#socket.resume();
    // The closing handshake waits for what a slow reader has not read; there is nothing to wait for.
    if (reason === 'slow-reader') this.#socket.terminate();
  }

  /** A frame waits for the store: above the bound the socket is not read, and TCP holds the client back. */
  waits(bytes: number): void {
    this.#waitingFrames += 1;
    this.#waitingBytes += bytes;
    if (this.#waitingFrames >= this.#limits.waitingFrames || this.#waitingBytes >= this.#limits.waitingBytes)
      this.#socket.pause();
  }

  waited(bytes: number): void {
    this.#waitingFrames -= 1;
    this.#waitingBytes -= bytes;
    if (this.#socket.isPaused && this.#waitingFrames < this.#limits.waitingFrames / 2) this.#socket.resume();
  }

  /** Ends a connection whose other side did not answer since the last call. */
  ping(): void {
    if (!this.#answersPings) {
      this.#socket.terminate();
      return;
    }
    this.#answersPings = false;
    if (this.isOpen) this.#socket.ping();
  }
}
