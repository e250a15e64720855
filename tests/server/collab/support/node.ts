import { openDatabase } from '@/db/open-database';
import { processBus } from '@/platform/bus';
import { connectRedisBus } from '@/platform/redis-bus';
import { origin, serve } from './serve';

// One of several servers on one PostgreSQL and one Redis. Prints its address when it listens. Whether Redis is there is no condition for that.
const [databaseUrl = '', redisUrl = '', limits = '{}'] = process.argv.slice(2);
const { db } = await openDatabase({ url: databaseUrl });
connectRedisBus({ url: redisUrl, deployment: origin, report: () => undefined });
const { url } = await serve(db, JSON.parse(limits), 0, { bus: processBus });
process.stdout.write(`${JSON.stringify({ url })}\n`);
