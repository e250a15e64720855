import type { SaveState } from '@/components/record/save-indicator';

/** What an editor knows of its own frames. Counted per connection; what a connection took to its grave is counted as waiting. */
export type Outbox = {
  isConnected: boolean;
  /** Data frames that left on this connection, and those of them that the server has settled. */
  sent: number;
  settled: number;
  /** Changes that are in this tab only: made offline, or sent on a connection that ended before its answer. */
  waiting: number;
  /** 0: survives the end of the server's process; 1: on disk. */
  level: number;
  /** Since when something is unsettled, in milliseconds of the browser's clock. */
  unsettledSinceMs: number | undefined;
  isDegraded: boolean;
};

export const emptyOutbox: Outbox = {
  isConnected: false,
  sent: 0,
  settled: 0,
  waiting: 0,
  level: 1,
  unsettledSinceMs: undefined,
  isDegraded: false,
};

export type OutboxEvent =
  | { kind: 'connected' }
  | { kind: 'disconnected' }
  | { kind: 'edited-offline' }
  | { kind: 'sent' }
  | { kind: 'settled'; frames: number; level: number }
  | { kind: 'degraded' };

/** The outbox after something happened to it at `nowMs`. */
export function afterEvent(before: Outbox, event: OutboxEvent, nowMs: number): Outbox {
  const next = { ...before, ...change(before, event) };
  const isUnsettled = unsettledOf(next) > 0;
  return { ...next, unsettledSinceMs: isUnsettled ? (before.unsettledSinceMs ?? nowMs) : undefined };
}

/** Changes that no server has confirmed. While there is one, the tab must not be closed without a word. */
export function unsettledOf({ sent, settled, waiting }: Outbox): number {
  return Math.max(sent - settled, 0) + waiting;
}

export type SaveView = { state: SaveState; seconds: number; changes: number };

/** How long a change may be on its way before it is called unsaved. */
const patienceMs = 2000;

/** What to tell the person. Refusals are told apart from this, since they ask for a decision. */
export function saveView(outbox: Outbox, nowMs: number): SaveView {
  const changes = unsettledOf(outbox);
  const ageMs = outbox.unsettledSinceMs === undefined ? 0 : nowMs - outbox.unsettledSinceMs;
  const view = { seconds: Math.floor(ageMs / 1000), changes };
  if (!outbox.isConnected) return { state: 'offline', ...view };
  if (changes === 0) return { state: outbox.level === 0 ? 'saved-on-this-machine' : 'saved', ...view };
  return { state: outbox.isDegraded || ageMs >= patienceMs ? 'unsaved' : 'saving', ...view };
}

function change(before: Outbox, event: OutboxEvent): Partial<Outbox> {
  switch (event.kind) {
    case 'connected':
      return { isConnected: true, sent: 0, settled: 0, isDegraded: false };
    case 'disconnected':
      return { isConnected: false, sent: 0, settled: 0, waiting: unsettledOf(before) };
    case 'edited-offline':
      return { waiting: before.waiting + 1 };
    case 'sent':
      return { sent: before.sent + 1 };
    case 'settled':
      // The first frame of a connection is a SyncStep2 with everything that waited: once all is settled, nothing waits.
      return {
        settled: event.frames,
        level: event.level,
        isDegraded: false,
        waiting: event.frames >= before.sent ? 0 : before.waiting,
      };
    case 'degraded':
      return { isDegraded: true };
  }
}
