import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from '@/db/schema';
import type { OpenDatabase } from './handle';
import { migratePostgres } from './migrate';
import { prepareOftenAsked } from './prepare-often-asked';

export async function openPostgres(url: string): Promise<OpenDatabase> {
  await migratePostgres(url);
  const client = postgres(url, {
    max: 10,
    // The driver's own waits grow to twenty seconds, and live editing gives the store up after thirty.
    backoff: () => 0.25,
    connect_timeout: 5,
    onnotice: () => undefined,
    connection: { application_name: 'countersign' },
  });
  prepareOftenAsked(client);
  return { db: drizzle(client, { schema }), kind: 'postgres', close: () => client.end({ timeout: 5 }) };
}
