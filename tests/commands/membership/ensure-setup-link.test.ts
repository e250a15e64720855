import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ensureSetupLink } from '@/commands/membership/ensure-setup-link';
import { settings } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { buildWorkspace, contextOf } from '@/tests/support/build';
import { describeOnOwnDatabases } from '@/tests/support/database';

describeOnOwnDatabases('the setup link', (open) => {
  it('is given to one of several that start at once, stored as its digest, and to nobody once a desk is there', async () => {
    const db = await open();
    const start = () => ensureSetupLink(contextOf(db, { kind: 'system' }));
    const tokens = (await Promise.all([start(), start(), start()])).filter((token) => token !== undefined);
    expect(tokens).toHaveLength(1);
    const stored = () => db.select().from(settings).where(eq(settings.name, 'setup-token-sha256'));
    expect(await stored()).toMatchObject([{ value: digestOf(tokens[0] ?? '') }]);
    await db.delete(settings).where(eq(settings.name, 'setup-token-sha256'));
    await buildWorkspace(db);
    expect(await start()).toBeUndefined();
    expect(await stored()).toEqual([]);
  });
});
