import { EventEmitter } from 'node:events';
import { processSlot } from './process-slot';

/**
 * A hint that something of a workspace changed; whoever listens reads the database again. It carries no content, so a lost hint costs
 * a moment and a wrong listener learns nothing. On the process, because pages and the server are two module graphs.
 */
function emitter(): EventEmitter {
  const slot = processSlot<EventEmitter>('countersign.bus');
  slot.current ??= new EventEmitter().setMaxListeners(0);
  return slot.current;
}

export function announceChange(workspaceId: string): void {
  emitter().emit(workspaceId);
}

/** Calls back at each change until the answer is called. */
export function onChange(workspaceId: string, listener: () => void): () => void {
  emitter().on(workspaceId, listener);
  return () => emitter().off(workspaceId, listener);
}
