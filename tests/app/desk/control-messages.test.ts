import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { barrierFrame, readControl } from '@/app/(desk)/desk/claims/[claimId]/_editor/control-messages';
import { dataFrameOf } from '@/app/(desk)/desk/claims/[claimId]/_editor/counting-web-socket';
import * as server from '@/server/collab/frames';

/** A frame as y-websocket hands it on: its type is read already. */
function heard(frame: Uint8Array) {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  return readControl(decoder);
}

describe('the editor and the server', () => {
  it('mean the same by what was saved, refused and reached', () => {
    expect(heard(server.savedFrame(7, 120, 1))).toEqual({ kind: 'saved', frames: 7, seq: 120, level: 1 });
    expect(heard(server.rejectedFrame(3, 'too-large'))).toMatchObject({ kind: 'rejected', frame: 3, reason: 'too-large' });
    expect(heard(server.barrierFrame(5, 121))).toEqual({ kind: 'barrier', nonce: 5, seq: 121 });
  });

  it('ask for nothing of what only keeps the connection', () => {
    expect(heard(server.heartbeatFrame(4))).toEqual({ kind: 'other' });
  });

  it('mean the same by whose session it is and what may be done in it', () => {
    const state = server.stateFrame({
      level: 0,
      access: 'closed',
      role: 'checker',
      user: { personId: 'somebody', name: 'A name' },
    });
    expect(heard(state)).toEqual({ kind: 'state', personId: 'somebody', access: 'closed', level: 0 });
  });

  it('read each other’s barriers', () => {
    expect(server.readFrame(barrierFrame(9))).toEqual({ kind: 'barrier', nonce: 9 });
  });

  it('count the same frames as content', () => {
    expect(dataFrameOf(server.updateFrame(new Uint8Array([0, 0])))).toBe('update');
    expect(dataFrameOf(server.stepTwoFrame(new Y.Doc(), new Uint8Array([0])))).toBe('step-two');
    expect(dataFrameOf(server.presenceFrame(new Uint8Array([0])))).toBeUndefined();
    expect(dataFrameOf(barrierFrame(1))).toBeUndefined();
  });
});
