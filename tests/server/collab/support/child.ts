import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@/db/open-database';
import { buildDesk } from './desk';
import { serve } from './serve';

// A server of its own over PGlite on disk, to be killed. Prints one line when it listens: its address and its desk, which the first start makes.
const [dataDir = ''] = process.argv.slice(2);
const { db } = await openDatabase({ dataDir });
const kept = join(dataDir, 'desk.json');
if (!existsSync(kept)) writeFileSync(kept, JSON.stringify(await buildDesk(db)));
const { url } = await serve(db);
process.stdout.write(`${JSON.stringify({ url, desk: JSON.parse(readFileSync(kept, 'utf8')) })}\n`);
