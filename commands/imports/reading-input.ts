import { z } from 'zod';
import type { RowIssue } from '@/db/schema';
import { dayOrders } from '@/domain/intake/day-from';
import type { Mapping } from '@/domain/intake/list-columns';
import { LanguageTag } from '@/domain/record/shape';
import { day, optionalText } from '@/domain/text-input';

const column = z.preprocess((value) => (value === '' ? undefined : value), z.string().max(2000).optional());

/** How a list's columns are read, and what stands where a row says nothing. */
export const ReadingInput = z.strictObject({
  mapping: z.strictObject({
    wording: z.string().min(1).max(2000),
    language: column,
    neutralTitle: column,
    url: column,
    otherUrl: column,
    title: column,
    seenOn: column,
    locator: column,
  }),
  defaults: z.strictObject({
    language: LanguageTag,
    title: z.preprocess((value) => value ?? '', optionalText(300)).transform((value) => value ?? ''),
    seenOn: day,
    dayOrder: z.enum(dayOrders),
  }),
});

/** Columns that the list does not have. */
export function unknownColumns(mapping: Mapping, columns: readonly string[]): RowIssue[] {
  return Object.entries(mapping)
    .filter(([, name]) => name !== undefined && !columns.includes(name))
    .map(([field]) => ({ field, code: 'invalid' }));
}
