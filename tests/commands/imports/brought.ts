import { beginImport } from '@/commands/imports/begin-import';
import { bringList } from '@/commands/imports/bring-list';
import { takeRows } from '@/commands/imports/take-rows';
import type { Db } from '@/db/handle';
import { answerOf, contextFor, type Person } from '@/tests/support/build';

/** A table of four rows: two claims, one without words, one at no address. */
export const table = [
  'claim,url,date',
  '"The ferry, they said, did not run.",https://example.org/ferry,2026-01-05',
  'The bridge was opened in May.,https://example.org/bridge,',
  ',https://example.org/nothing,2026-01-05',
  'The road was closed.,no address,yesterday',
].join('\n');

export const reading = {
  mapping: { wording: 'claim', url: 'url', seenOn: 'date' },
  defaults: { language: 'en', title: '', seenOn: '2026-02-01', dayOrder: 'year-first' },
};

/** A list that a person brought and nobody has begun. */
export async function bring(db: Db, by: Person, text = table): Promise<string> {
  return answerOf(await bringList(contextFor(db, by), { fileName: 'list.csv', text })).id;
}

/** The same, begun by that person. */
export async function begin(db: Db, by: Person, text?: string, read: unknown = reading): Promise<string> {
  const importId = await bring(db, by, text);
  answerOf(await beginImport(contextFor(db, by), { importId, reading: read }));
  return importId;
}

/** Does rows until none is left. */
export async function takeAll(db: Db, by: Person, importId: string, most = 500): Promise<void> {
  while (answerOf(await takeRows(contextFor(db, by), { importId, most })).left);
}
