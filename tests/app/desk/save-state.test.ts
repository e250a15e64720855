import { describe, expect, it } from 'vitest';
import {
  afterEvent,
  emptyOutbox,
  type Outbox,
  type OutboxEvent,
  saveView,
  unsettledOf,
} from '@/app/(desk)/desk/claims/[claimId]/_editor/save-state';

/** The outbox after events that all happen at one moment. */
function after(events: OutboxEvent[], nowMs = 1000, from: Outbox = emptyOutbox): Outbox {
  return events.reduce((outbox, event) => afterEvent(outbox, event, nowMs), from);
}

const connected: OutboxEvent = { kind: 'connected' };
const sent: OutboxEvent = { kind: 'sent' };
const settled = (frames: number, level = 1): OutboxEvent => ({ kind: 'settled', frames, level });

describe('what an editor says of its own changes', () => {
  it('is saved when every frame of the connection is settled', () => {
    expect(saveView(after([connected, sent, sent, settled(2)]), 1000).state).toBe('saved');
  });

  it('names this machine when the store survives a process and not a power cut', () => {
    expect(saveView(after([connected, sent, settled(1, 0)]), 1000).state).toBe('saved-on-this-machine');
  });

  it('is saving for two seconds and unsaved from then on, counting from the oldest change', () => {
    const outbox = after([sent], 2500, after([connected, sent], 1000));
    expect(saveView(outbox, 2999)).toMatchObject({ state: 'saving', changes: 2 });
    expect(saveView(outbox, 3000)).toMatchObject({ state: 'unsaved', seconds: 2 });
    expect(saveView(outbox, 9400)).toMatchObject({ state: 'unsaved', seconds: 8 });
  });

  it('is unsaved at once when the store does not confirm', () => {
    expect(saveView(after([connected, sent, { kind: 'degraded' }]), 1000).state).toBe('unsaved');
    expect(saveView(after([connected, sent, { kind: 'degraded' }, settled(1)]), 1000).state).toBe('saved');
  });

  it('counts what was made offline and what a lost connection never answered', () => {
    const lost = after([connected, sent, sent, settled(1), { kind: 'disconnected' }, { kind: 'edited-offline' }]);
    expect(saveView(lost, 1000)).toMatchObject({ state: 'offline', changes: 2 });
  });

  it('keeps them until the first frame of the next connection is settled, because that one carries them all', () => {
    const again = after([connected, { kind: 'disconnected' }, { kind: 'edited-offline' }, connected, sent]);
    expect(unsettledOf(again)).toBe(2);
    expect(unsettledOf(after([settled(1)], 1000, again))).toBe(0);
  });

  it('does not take an answer to an older frame for an answer to all', () => {
    const again = after([connected, { kind: 'disconnected' }, { kind: 'edited-offline' }, connected, sent, sent]);
    expect(unsettledOf(after([settled(1)], 1000, again))).toBe(2);
  });

  it('forgets the age of a change once nothing is on its way', () => {
    const outbox = after([sent], 50_000, after([connected, sent, settled(1)], 1000));
    expect(saveView(outbox, 50_500)).toMatchObject({ state: 'saving', seconds: 0 });
  });
});
