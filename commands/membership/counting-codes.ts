import { type Refusal, type Result, refuse } from '@/domain/result';
import { type Bucket, takeAttempt } from '@/platform/rate-limit';

type Limited = Refusal<'too-many-attempts'> & { retryAfterSeconds: number };

/** Does what a code is given for, and counts the attempt: outside of any transaction, since the count may be another server's. No code, no attempt. */
export async function countingCodes<T, R extends Refusal>(
  code: string | undefined,
  buckets: readonly Bucket[],
  attempt: () => Promise<Result<T, R>>,
): Promise<Result<T, R | Limited>> {
  if (code === undefined || code === '') return attempt();
  const taken = await takeAttempt(buckets);
  if (!taken.allowed) return refuse({ code: 'too-many-attempts', retryAfterSeconds: taken.retryAfterSeconds });
  const done = await attempt();
  // A refusal for another reason than the code leaves the attempt spent: it costs an honest person one of several.
  if (done.ok) await taken.succeeded();
  return done;
}
