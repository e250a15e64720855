import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { day, optionalText, text, webAddress } from '@/domain/text-input';

/** A place where a claim appeared: an address, or a document or broadcast named without a link (C01). */
export const AppearanceInput = z.strictObject({
  title: text(300),
  url: z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), webAddress.optional()),
  seenOn: day,
  locator: optionalText(200),
});
export type AppearanceInput = z.output<typeof AppearanceInput>;

export type SeenRefusal = Refusal<'seen-in-future'> & { seenOn: string };

/** Clocks run up to 14 hours ahead of UTC: a day that has not begun anywhere on earth is a slip of the pen. */
const mostAheadMs = 14 * 60 * 60 * 1000;

export function seenBy(now: Date, { seenOn }: Pick<AppearanceInput, 'seenOn'>): Result<true, SeenRefusal> {
  const newest = new Date(now.getTime() + mostAheadMs).toISOString().slice(0, 10);
  return seenOn > newest ? refuse({ code: 'seen-in-future', seenOn }) : ok(true);
}
