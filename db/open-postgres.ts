import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from '@/db/schema';
import type { OpenDatabase } from './handle';
import { migratePostgres } from './migrate';

export async function openPostgres(url: string): Promise<OpenDatabase> {
  await migratePostgres(url);
  const client = postgres(url, { max: 10, onnotice: () => undefined, connection: { application_name: 'countersign' } });
  return { db: drizzle(client, { schema }), kind: 'postgres', close: () => client.end({ timeout: 5 }) };
}
