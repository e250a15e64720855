import type { SaveState } from '@/components/record/save-indicator';

/** A change that was made here and that no server has confirmed. */
export type Unsettled = {
  id: number;
  madeAtMs: number;
  /** The data frame of this connection that carries it; none while it is in this tab only. */
  frame: number | undefined;
};

/** What an editor knows of its own changes. Frames are counted per connection; what a connection took to its grave is in no frame again. */
export type Outbox = {
  isConnected: boolean;
  /** Data frames that left on this connection. */
  sent: number;
  unsettled: readonly Unsettled[];
  /** Inputs that hold something they have not written yet. */
  typing: number;
  /** 0: survives the end of the server's process; 1: on disk. */
  level: number;
  /** The store does not confirm: the server says so, and takes it back with its next SAVED. */
  isDegraded: boolean;
};

export const emptyOutbox: Outbox = { isConnected: false, sent: 0, unsettled: [], typing: 0, level: 1, isDegraded: false };

export type OutboxEvent =
  | { kind: 'connected' }
  | { kind: 'disconnected' }
  | { kind: 'told'; level: number }
  | { kind: 'changed'; id: number }
  /** SyncStep2 carries every change that is in no frame yet; an update only the newest, which was just made. */
  | { kind: 'sent'; carries: 'all' | 'newest' }
  /** The frame is not in the log although SAVED will cover it; its changes go again with the next SyncStep2. */
  | { kind: 'postponed'; frame: number }
  | { kind: 'settled'; frames: number; level: number }
  | { kind: 'degraded' }
  | { kind: 'typing'; inputs: 1 | -1 };

/** The outbox after something happened to it at `nowMs`. */
export function afterEvent(before: Outbox, event: OutboxEvent, nowMs: number): Outbox {
  return { ...before, ...change(before, event, nowMs) };
}

/** Changes that no server has confirmed. While there is one, the tab must not be closed without a word. */
export function unsettledOf({ unsettled, typing }: Outbox): number {
  return unsettled.length + typing;
}

export type SaveView = { state: SaveState; seconds: number; changes: number };

/** How long a change may be on its way before it is called unsaved. */
const patienceMs = 2000;

/** What to tell the person. Refusals are told apart from this, since they ask for a decision. */
export function saveView(outbox: Outbox, nowMs: number): SaveView {
  const changes = unsettledOf(outbox);
  const ageMs = nowMs - (outbox.unsettled[0]?.madeAtMs ?? nowMs);
  const view = { seconds: Math.max(Math.floor(ageMs / 1000), 0), changes };
  if (!outbox.isConnected) return { state: 'offline', ...view };
  if (changes === 0) return { state: outbox.level === 0 ? 'saved-on-this-machine' : 'saved', ...view };
  return { state: outbox.isDegraded || ageMs >= patienceMs ? 'unsaved' : 'saving', ...view };
}

function change(before: Outbox, event: OutboxEvent, nowMs: number): Partial<Outbox> {
  const { unsettled, sent } = before;
  switch (event.kind) {
    case 'connected':
      return { isConnected: true, sent: 0, isDegraded: false };
    case 'disconnected':
      return { isConnected: false, sent: 0, unsettled: unsettled.map(inNoFrame) };
    case 'told':
      return { level: event.level };
    case 'changed':
      return { unsettled: [...unsettled, { id: event.id, madeAtMs: nowMs, frame: undefined }] };
    case 'sent':
      return { sent: sent + 1, unsettled: carried(unsettled, event.carries, sent + 1) };
    case 'postponed':
      return { unsettled: unsettled.map((one) => (one.frame === event.frame ? inNoFrame(one) : one)) };
    case 'settled':
      return {
        level: event.level,
        isDegraded: false,
        unsettled: unsettled.filter(({ frame }) => frame === undefined || frame > event.frames),
      };
    case 'degraded':
      return { isDegraded: true };
    case 'typing':
      return { typing: before.typing + event.inputs };
  }
}

function carried(unsettled: readonly Unsettled[], carries: 'all' | 'newest', frame: number): Unsettled[] {
  const first = carries === 'all' ? 0 : unsettled.length - 1;
  return unsettled.map((one, index) => (index >= first && one.frame === undefined ? { ...one, frame } : one));
}

function inNoFrame(one: Unsettled): Unsettled {
  return { ...one, frame: undefined };
}
