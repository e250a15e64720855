import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { chooseSlug } from '@/commands/verdicts/choose-slug';
import type { Db } from '@/db/handle';
import { claims } from '@/db/schema';
import { buildClaim, buildWorkspace, type Workspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';

/** The slug that a title gets, kept as a publication keeps it. */
async function publishedAs(db: Db, workspace: Workspace, title: string): Promise<string> {
  const { id } = await buildClaim(db, workspace);
  const [claim] = await db.select().from(claims).where(eq(claims.id, id));
  if (claim === undefined) throw new Error('The claim was just built.');
  const slug = await db.transaction((tx) => chooseSlug(tx, claim, title));
  await db.update(claims).set({ slug }).where(eq(claims.id, id));
  return slug;
}

describeOnBothDatabases('the address of a verdict', (open) => {
  it('is its title in Latin letters, whatever script it is written in', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    expect(await publishedAs(db, workspace, 'An 18-month ceasefire followed the talks')).toBe(
      'an-18-month-ceasefire-followed-the-talks',
    );
    expect(await publishedAs(db, workspace, 'Угоду підписано у Києві')).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it('is unique in its workspace, and the same title elsewhere keeps it', async () => {
    const db = await open();
    const [workspace, other] = [await buildWorkspace(db), await buildWorkspace(db)];
    expect(await publishedAs(db, workspace, 'The bridge is open')).toBe('the-bridge-is-open');
    expect(await publishedAs(db, workspace, 'The bridge is open')).toBe('the-bridge-is-open-2');
    expect(await publishedAs(db, other, 'The bridge is open')).toBe('the-bridge-is-open');
  });

  it('is cut at a word, and named after the claim when no letter is left', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const long = await publishedAs(db, workspace, 'word '.repeat(30));
    expect(long.length).toBeLessThanOrEqual(80);
    expect(long).toMatch(/^(?:word-)*word$/);
    expect(await publishedAs(db, workspace, '!!! ???')).toMatch(/^claim-[0-9a-f]{8}$/);
  });
});
