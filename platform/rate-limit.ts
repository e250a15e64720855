import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { processSlot } from './process-slot';

/** Allowed, with the way to give the attempt back when it was the right person after all; or not, and for how long. */
export type Attempt = { allowed: true; succeeded(): Promise<void> } | { allowed: false; retryAfterSeconds: number };

/** What attempts are counted by, and how many fail there before the next is refused. */
export type Bucket = { key: string; limit: number };

const windowSeconds = 15 * 60;

/**
 * Takes one attempt at a password from each bucket, in order: the first that has none left refuses, and the later ones are not touched, so that one
 * address cannot fill the memory with names it made up. A success gives back its own attempt and not those of others: an attacker with an
 * account of their own cannot buy attempts on another's by signing in between.
 */
export async function takeAttempt(buckets: readonly Bucket[]): Promise<Attempt> {
  for (const { key, limit } of buckets) {
    const refused = await limiterOf(limit)
      .consume(key)
      .then(() => undefined, refusalOf);
    if (refused !== undefined) return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
  }
  return {
    allowed: true,
    succeeded: async () => {
      for (const { key, limit } of buckets) await limiterOf(limit).reward(key);
    },
  };
}

/** Lets so many of one key through in a minute. Counted apart by whoever asks for one, unless the processes count together. */
export function limitPerMinute(name: string, points: number): (key: string) => Promise<boolean> {
  const perMinute = makeLimiter({ points, duration: 60, keyPrefix: `countersign-${name}` });
  return (key) =>
    perMinute
      .consume(key)
      .then(() => undefined, refusalOf)
      .then((refused) => refused === undefined);
}

/** One for each limit; the process uses a few. */
function limiterOf(limit: number): RateLimiterAbstract {
  const slot = processSlot<Map<number, RateLimiterAbstract>>('countersign.password-attempts');
  slot.current ??= new Map();
  const limiter =
    slot.current.get(limit) ??
    makeLimiter({ points: limit, duration: windowSeconds, keyPrefix: `countersign-password-${limit}` });
  slot.current.set(limit, limiter);
  return limiter;
}

/** Several processes count in Redis (redis-bus.ts leaves its client there); while it is away, each counts for itself. */
function makeLimiter(options: { points: number; duration: number; keyPrefix: string }): RateLimiterAbstract {
  const memory = new RateLimiterMemory(options);
  const storeClient = processSlot<unknown>('countersign.redis').current;
  if (storeClient === undefined) return memory;
  return new RateLimiterRedis({ ...options, storeClient, insuranceLimiter: memory, rejectIfRedisNotReady: true });
}

/** The limiter rejects with its answer; anything else it rejects with is a fault. */
function refusalOf(rejected: unknown): RateLimiterRes {
  if (rejected instanceof RateLimiterRes) return rejected;
  throw rejected;
}
