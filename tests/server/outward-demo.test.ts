import { expect, it } from 'vitest';
import { openDatabase } from '@/db/open-database';
import { settings } from '@/db/schema';
import { newPostgresUrl } from '@/tests/support/database';
import { startCountersign } from '@/tests/web/support/server';

it.each(['loaded', 'loading'])(
  'does not start where others can reach it with a demonstration that is %s, and drops nothing',
  async (value) => {
    const url = await newPostgresUrl();
    const database = await openDatabase({ url });
    await database.db.insert(settings).values({ name: 'demo', value });
    const outward: Record<string, string>[] = [{ APP_URL: 'https://desk.example' }, { HOST: '0.0.0.0' }];
    for (const env of outward)
      await expect(startCountersign({ env: { DATABASE_URL: url, ...env } })).rejects.toThrow('HOST and APP_URL must be loopback');
    expect(await database.db.select().from(settings)).toEqual([{ name: 'demo', value }]);
    await database.close();
  },
);
