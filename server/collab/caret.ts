import { z } from 'zod';
import { fieldsMap, parseRootName } from '@/domain/record/shape';
import { notesRoot } from './content-rules';

/** Numbers as Yjs counts: its search for a letter throws on any other. */
const Letter = z.object({ client: z.int().min(0), clock: z.int().min(0) });

/** A place in a document as Yjs writes it: beside a letter, or in a type, which is a root by its name. One of the three it must have. */
const Place = z
  .object({
    item: Letter.nullish(),
    type: Letter.nullish(),
    tname: z.string().refine(isRoot).nullish(),
    assoc: z.int().nullish(),
  })
  .refine(({ item, type, tname }) => (item ?? type ?? tname ?? undefined) !== undefined);

const Caret = z.object({ anchor: Place, head: Place }).nullish();

/**
 * Whether a caret is one that every editor can look for. The editors of others look for it in the middle of taking in an edit, and throw on a place that
 * is none: they then show a text that the document has left behind, and write it back with the next letter that somebody types there (PROTOCOL P25).
 */
export function isCaret(cursor: unknown): boolean {
  return Caret.safeParse(cursor).success;
}

/** Another name would make a root of that name in the document of whoever looks for it. */
function isRoot(name: string): boolean {
  return name === notesRoot || name === fieldsMap || parseRootName(name) !== undefined;
}
