import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { type Context, markChanged, withTransaction } from '@/commands/command';
import type { Db, Tx } from '@/db/handle';
import { settings } from '@/db/schema';
import { ok, refuse } from '@/domain/result';
import { contextOf } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';

describeOnBothDatabases('a command’s transaction', (open) => {
  const begin = async (): Promise<{ db: Db; context: Context; announced: string[]; name: string }> => {
    const db = await open();
    const announced: string[] = [];
    const context = contextOf(db, { kind: 'system' }, { announced: (workspaceId) => announced.push(workspaceId) });
    return { db, context, announced, name: crypto.randomUUID() };
  };
  const write = (tx: Tx, name: string) => tx.insert(settings).values({ name, value: 'x' });

  it('keeps what a success wrote, and tells who listens afterwards, each workspace once', async () => {
    const { db, context, announced, name } = await begin();
    const result = await withTransaction(context, async (tx) => {
      await write(tx, name);
      for (const workspaceId of ['a', 'b', 'a']) markChanged(workspaceId);
      expect(announced).toEqual([]);
      return ok(1);
    });
    expect(result).toEqual({ ok: true, value: 1 });
    expect(announced).toEqual(['a', 'b']);
    expect(await db.$count(settings, eq(settings.name, name))).toBe(1);
  });

  it('keeps nothing of a refusal or a fault, and tells nobody', async () => {
    const { db, context, announced, name } = await begin();
    const refusal = refuse({ code: 'not-found' });
    const refused = await withTransaction(context, async (tx) => {
      await write(tx, name);
      markChanged('a');
      return refusal;
    });
    expect(refused).toEqual(refusal);
    const broken = withTransaction(context, async (tx) => {
      await write(tx, name);
      markChanged('a');
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(announced).toEqual([]);
    expect(await db.$count(settings, eq(settings.name, name))).toBe(0);
  });

  it('lets nothing but its own handle be used inside it', async () => {
    const { context } = await begin();
    for (const use of [() => context.db, () => context.collab])
      await expect(withTransaction(context, async () => ok(use()))).rejects.toThrow('Inside a transaction');
  });
});
