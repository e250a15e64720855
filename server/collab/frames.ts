import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { type RejectionReason, rejectionCodes } from './codes';

/** The first byte of a message: y-websocket's, and one of ours (docs/PROTOCOL.md). */
const sync = 0;
const presence = 1;
const queryPresence = 3;
const control = 120;
const controls = { saved: 0, rejected: 1, state: 2, heartbeat: 3, degraded: 4, hello: 16, barrier: 17 } as const;

export type Frame =
  | { kind: 'step-one'; stateVector: Uint8Array }
  | { kind: 'data'; step: 'step-two' | 'update'; update: Uint8Array }
  | { kind: 'broken-data' }
  | { kind: 'presence'; states: Uint8Array }
  | { kind: 'query-presence' }
  | { kind: 'barrier'; nonce: number }
  | { kind: 'hello' }
  | { kind: 'unknown' };

/**
 * One message, one frame. Whether a message is a data frame is told by its first two bytes alone, as the client counts them:
 * otherwise SAVED n would not mean the same n on both sides.
 */
export function readFrame(message: Uint8Array): Frame {
  const [type, step] = message;
  const isData = type === sync && (step === 1 || step === 2);
  try {
    const decoder = decoding.createDecoder(message.subarray(type === sync || type === control ? 2 : 1));
    if (isData) return { kind: 'data', step: step === 1 ? 'step-two' : 'update', update: decoding.readVarUint8Array(decoder) };
    if (type === sync && step === 0) return { kind: 'step-one', stateVector: decoding.readVarUint8Array(decoder) };
    if (type === presence) return { kind: 'presence', states: decoding.readVarUint8Array(decoder) };
    if (type === queryPresence) return { kind: 'query-presence' };
    if (type === control && step === controls.barrier) return { kind: 'barrier', nonce: decoding.readVarUint(decoder) };
    if (type === control && step === controls.hello) return { kind: 'hello' };
  } catch {
    // Too short for what it says it is: answered by the caller like any other frame nobody can read.
  }
  return { kind: isData ? 'broken-data' : 'unknown' };
}

export function stepOneFrame(doc: Y.Doc): Uint8Array {
  return syncFrame(0, Y.encodeStateVector(doc));
}

/** Throws on a state vector that is none. */
export function stepTwoFrame(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  return syncFrame(1, Y.encodeStateAsUpdate(doc, stateVector));
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(2, update);
}

export function presenceFrame(states: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, presence);
    encoding.writeVarUint8Array(encoder, states);
  });
}

/** All data frames 1 to `frames` of this connection are settled. Level 0 survives the death of the process, 1 is on disk. */
export function savedFrame(frames: number, seq: number, level: 0 | 1): Uint8Array {
  return Uint8Array.from([control, controls.saved, ...varUint(frames), ...varUint(seq), level]);
}

/** `at`: what of the content is at fault, after a space behind the reason. */
export function rejectedFrame(frame: number, reason: RejectionReason, at?: string): Uint8Array {
  return controlFrame('rejected', (encoder) => {
    encoding.writeVarUint(encoder, frame);
    encoding.writeVarUint(encoder, rejectionCodes[reason]);
    encoding.writeVarString(encoder, at === undefined ? reason : `${reason} ${at}`);
  });
}

export function stateFrame(state: Record<string, unknown>): Uint8Array {
  return controlFrame('state', (encoder) => encoding.writeVarString(encoder, JSON.stringify(state)));
}

export function heartbeatFrame(seq: number): Uint8Array {
  return controlFrame('heartbeat', (encoder) => encoding.writeVarUint(encoder, seq));
}

/** The store has not confirmed for so long; zero: it does again. */
export function degradedFrame(sinceMs: number): Uint8Array {
  return controlFrame('degraded', (encoder) => encoding.writeVarUint(encoder, sinceMs));
}

export function barrierFrame(nonce: number, seq: number): Uint8Array {
  return controlFrame('barrier', (encoder) => {
    encoding.writeVarUint(encoder, nonce);
    encoding.writeVarUint(encoder, seq);
  });
}

/** By hand, as SAVED is: every keystroke makes one of each, and lib0's encoder costs more than all that is in them. */
function syncFrame(step: 0 | 1 | 2, bytes: Uint8Array): Uint8Array {
  const head = [sync, step, ...varUint(bytes.byteLength)];
  const frame = Buffer.allocUnsafe(head.length + bytes.byteLength);
  frame.set(head);
  frame.set(bytes, head.length);
  return frame;
}

/** lib0's: seven bits a byte, the lowest first. */
function varUint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  bytes.push(rest);
  return bytes;
}

function controlFrame(name: keyof typeof controls, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, control);
    encoding.writeUint8(encoder, controls[name]);
    write(encoder);
  });
}
