import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { z } from 'zod';

/** The one message type beside y-websocket's own (docs/PROTOCOL.md): what became of the frames that this editor sent. */
export const controlType = 120;

/** `closed`: written again when the claim is reopened. */
export type Access = 'read' | 'closed' | 'write';

export type Control =
  /** The server's first word on a connection: whose session it found, what that person may do here, and what its SAVED is worth. */
  | { kind: 'state'; personId: string; access: Access; level: number }
  | { kind: 'saved'; frames: number; seq: number; level: number }
  | { kind: 'rejected'; frame: number; code: number; reason: string }
  | { kind: 'degraded'; sinceMs: number }
  | { kind: 'barrier'; nonce: number; seq: number }
  | { kind: 'other' };

type Read = (decoder: decoding.Decoder) => Control;

const readers: Record<number, Read> = {
  0: (decoder) => ({
    kind: 'saved',
    frames: decoding.readVarUint(decoder),
    seq: decoding.readVarUint(decoder),
    level: decoding.readUint8(decoder),
  }),
  1: (decoder) => ({
    kind: 'rejected',
    frame: decoding.readVarUint(decoder),
    code: decoding.readVarUint(decoder),
    reason: decoding.readVarString(decoder),
  }),
  2: (decoder) => readState(decoding.readVarString(decoder)),
  4: (decoder) => ({ kind: 'degraded', sinceMs: decoding.readVarUint(decoder) }),
  17: (decoder) => ({ kind: 'barrier', nonce: decoding.readVarUint(decoder), seq: decoding.readVarUint(decoder) }),
};

const State = z.object({
  user: z.object({ personId: z.string() }),
  access: z.enum(['read', 'closed', 'write']),
  level: z.number(),
});

/** Reads a control message after its type. HEARTBEAT and what a newer server may send ask nothing of an editor. */
export function readControl(decoder: decoding.Decoder): Control {
  const read = readers[decoding.readUint8(decoder)];
  return read === undefined ? { kind: 'other' } : read(decoder);
}

function readState(json: string): Control {
  const { user, access, level } = State.parse(JSON.parse(json));
  return { kind: 'state', personId: user.personId, access, level };
}

/** "Everything I sent before is durable": the server answers with the same nonce and the document's number. */
export function barrierFrame(nonce: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, controlType);
    encoding.writeUint8(encoder, 17);
    encoding.writeVarUint(encoder, nonce);
  });
}
