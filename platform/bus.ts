import { EventEmitter } from 'node:events';
import { processSlot } from './process-slot';

/** What is told: that a workspace changed (its id), that somebody's right may have, and what live editing says between processes (server/collab/nodes.ts). */
export type Topic = 'changes' | 'access' | 'documents' | 'presence';

/**
 * Tells everybody who listens, here and, when the server has connected it (redis-bus.ts), in the other processes of the deployment. Everything told is
 * a hint: whoever hears it reads the database, so a lost one costs a moment.
 */
export type Bus = {
  publish(topic: Topic, message: string): void;
  /** Hears what this process says as well. Calling the answer ends it. */
  subscribe(topic: Topic, listener: (message: string) => void): () => void;
  /** Called when hints may have been lost, and come again now. */
  onReconnect(listener: () => void): () => void;
  /** Whether there is nobody but this process to tell. */
  isAlone(): boolean;
};

/** What carries messages to other processes. */
export type Carrier = { publish(topic: Topic, message: string): void; isAway(): boolean };

type Line = { emitter: EventEmitter; carrier: Carrier | undefined };

/** On the process, because pages and the server are two module graphs. */
function line(): Line {
  const slot = processSlot<Line>('countersign.bus');
  slot.current ??= { emitter: new EventEmitter().setMaxListeners(0), carrier: undefined };
  return slot.current;
}

export const processBus: Bus = {
  publish: (topic, message) => {
    const { emitter, carrier } = line();
    emitter.emit(topic, message);
    carrier?.publish(topic, message);
  },
  subscribe: (topic, listener) => on(topic, listener),
  onReconnect: (listener) => on('reconnect', listener),
  isAlone: () => line().carrier === undefined,
};

/** The other processes are reached through this from now on. */
export function connectBus(carrier: Carrier): { heard(topic: Topic, message: string): void; reconnected(): void } {
  const here = line();
  here.carrier = carrier;
  return {
    heard: (topic, message) => here.emitter.emit(topic, message),
    reconnected: () => here.emitter.emit('reconnect', ''),
  };
}

/** Whether this process is alone, hears the others, or should and does not. */
export function busState(): 'alone' | 'connected' | 'away' {
  const { carrier } = line();
  if (carrier === undefined) return 'alone';
  return carrier.isAway() ? 'away' : 'connected';
}

export function announceChange(workspaceId: string): void {
  processBus.publish('changes', workspaceId);
}

/** Calls back at each change until the answer is called. */
export function onChange(workspaceId: string, listener: () => void): () => void {
  return processBus.subscribe('changes', (changed) => {
    if (changed === workspaceId) listener();
  });
}

function on(event: string, listener: (message: string) => void): () => void {
  const { emitter } = line();
  emitter.on(event, listener);
  return () => emitter.off(event, listener);
}
