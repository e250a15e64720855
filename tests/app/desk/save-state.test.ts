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
const disconnected: OutboxEvent = { kind: 'disconnected' };
/** The answer to the server's SyncStep1: everything that is in no frame yet. */
const everything: OutboxEvent = { kind: 'sent', carries: 'all' };
const settled = (frames: number, level = 1): OutboxEvent => ({ kind: 'settled', frames, level });
const changed = (id: number): OutboxEvent => ({ kind: 'changed', id });
/** A keystroke on a living connection: a change, and the frame that carries it. */
const typed = (id: number): OutboxEvent[] => [changed(id), { kind: 'sent', carries: 'newest' }];
const open = after([connected, everything, settled(1)]);

describe('[P61] what an editor says of its own changes', () => {
  it('is saved when every frame that carries one is settled', () => {
    expect(saveView(after([...typed(1), ...typed(2), settled(3)], 1000, open), 1000).state).toBe('saved');
    expect(saveView(after([...typed(1), ...typed(2), settled(2)], 1000, open), 1000).state).toBe('saving');
  });

  it('names this machine when the store survives a process and not a power cut', () => {
    expect(saveView(after([...typed(1), settled(2, 0)], 1000, open), 1000).state).toBe('saved-on-this-machine');
    expect(saveView(after([{ kind: 'told', level: 0 }], 1000, open), 1000).state).toBe('saved-on-this-machine');
  });

  it('is saving for two seconds and unsaved from then on, counting from the oldest change', () => {
    const outbox = after(typed(2), 2500, after(typed(1), 1000, open));
    expect(saveView(outbox, 2999)).toMatchObject({ state: 'saving', changes: 2 });
    expect(saveView(outbox, 3000)).toMatchObject({ state: 'unsaved', seconds: 2 });
    expect(saveView(outbox, 9400)).toMatchObject({ state: 'unsaved', seconds: 8 });
  });

  it('is unsaved at once when the store does not confirm', () => {
    const degraded = after([...typed(1), { kind: 'degraded' }], 1000, open);
    expect(saveView(degraded, 1000)).toMatchObject({ state: 'unsaved', seconds: 0 });
    expect(saveView(after([settled(2)], 1000, degraded), 1000).state).toBe('saved');
  });

  it('counts what was made offline and what a lost connection never answered', () => {
    const lost = after([...typed(1), ...typed(2), settled(2), disconnected, changed(3)], 1000, open);
    expect(saveView(lost, 1000)).toMatchObject({ state: 'offline', changes: 2 });
  });

  it('keeps them until the frame of the next connection that carries them all is settled', () => {
    const again = after([disconnected, changed(1), connected, everything], 1000, open);
    expect(unsettledOf(again)).toBe(1);
    expect(unsettledOf(after([settled(1)], 1000, again))).toBe(0);
  });

  it('does not take the answer to a newer change for an answer to those that wait', () => {
    const again = after([disconnected, changed(1), connected, ...typed(2), settled(1)], 1000, open);
    expect(unsettledOf(again)).toBe(1);
    expect(unsettledOf(after([everything, settled(2)], 1000, again))).toBe(0);
  });

  it('does not take SAVED for a frame that was postponed: it goes again, and counts until then', () => {
    const postponed = after([...typed(1), { kind: 'postponed', frame: 2 }, settled(2)], 1000, open);
    expect(saveView(postponed, 1000)).toMatchObject({ state: 'saving', changes: 1 });
    expect(unsettledOf(after([everything, settled(3)], 1000, postponed))).toBe(0);
  });

  it('is not saved while an input holds what it has not written', () => {
    const typing = after([{ kind: 'typing', inputs: 1 }], 1000, open);
    expect(saveView(typing, 1000).state).toBe('saving');
    expect(saveView(after([{ kind: 'typing', inputs: -1 }], 1000, typing), 1000).state).toBe('saved');
  });

  it('forgets the age of a change once nothing is on its way', () => {
    const outbox = after(typed(2), 50_000, after([...typed(1), settled(2)], 1000, open));
    expect(saveView(outbox, 50_500)).toMatchObject({ state: 'saving', seconds: 0 });
  });
});
