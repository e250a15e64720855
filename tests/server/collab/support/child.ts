import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openDatabase } from '@/db/open-database';
import { beginCharterDraft, buildDesk } from './desk';
import { serve } from './serve';

/** Which database, and the file that keeps the desk which the first start makes. */
export type ChildOrders = { where: Parameters<typeof openDatabase>[0]; kept: string };

// A server of its own, to be killed. Prints one line when it listens: its address and its desk.
const { where, kept }: ChildOrders = JSON.parse(process.argv[2] ?? '{}');
const { db } = await openDatabase(where);
if (!existsSync(kept)) {
  const desk = await buildDesk(db);
  writeFileSync(kept, JSON.stringify({ ...desk, charter: await beginCharterDraft(db, desk) }));
}
const { url } = await serve(db);
process.stdout.write(`${JSON.stringify({ url, desk: JSON.parse(readFileSync(kept, 'utf8')) })}\n`);
