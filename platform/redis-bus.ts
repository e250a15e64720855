import { Redis } from 'ioredis';
import { connectBus, type Topic } from './bus';
import { processSlot } from './process-slot';

const topics: readonly Topic[] = ['changes', 'access', 'documents', 'presence'];

export type RedisBus = { close(): void };

/**
 * Carries the bus over Redis or Valkey pub/sub. Channels are named after the deployment, because they are shared by all databases of a Redis.
 * Nothing waits for Redis and nothing is kept for it: what cannot be said now is not said, and whoever should have heard reads the log.
 */
export function connectRedisBus({
  url,
  deployment,
  report,
}: {
  url: string;
  deployment: string;
  report: (fault: unknown) => void;
}): RedisBus {
  const prefix = `countersign ${deployment} `;
  const options = {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResubscribe: false,
    retryStrategy: (attempt: number) => Math.min(attempt * 50, 1_000),
  };
  const speaker = new Redis(url, options);
  const listener = new Redis(url, options);
  const line = connectBus({
    isAway: () => speaker.status !== 'ready' || listener.status !== 'ready',
    publish: (topic, message) => {
      // A hint that is lost is found again; there is nobody to tell.
      if (speaker.status === 'ready') speaker.publish(prefix + topic, message).catch(() => undefined);
    },
  });
  // Limits on attempts are counted here for all processes (rate-limit.ts).
  processSlot<Redis>('countersign.redis').current = speaker;
  let isAway = false;
  const away = (fault: unknown) => {
    if (!isAway) report(fault);
    isAway = true;
  };
  speaker.on('error', away);
  listener.on('error', away);
  listener.on('ready', () => {
    listener.subscribe(...topics.map((topic) => prefix + topic)).then(() => {
      isAway = false;
      line.reconnected();
    }, away);
  });
  listener.on('message', (channel: string, message: string) => {
    const topic = topics.find((candidate) => prefix + candidate === channel);
    if (topic !== undefined) line.heard(topic, message);
  });
  return {
    close: () => {
      speaker.disconnect();
      listener.disconnect();
    },
  };
}
