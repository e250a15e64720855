import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Db } from '@/db/handle';
import { publishedAddresses } from '@/db/queries/public/published-addresses';
import { charterBytes, recordBytes, type StoredBytes, signOffBytes } from '@/db/queries/public/published-bytes';
import { publishedVerdict } from '@/db/queries/public/published-verdict';
import { publishedVerdicts } from '@/db/queries/public/published-verdicts';
import { ratifiedCharter } from '@/db/queries/public/ratified-charter';
import { rootWorkspace } from '@/db/queries/public/root-workspace';
import { signOffsOf } from '@/db/queries/public/sign-offs-of';
import { revisions } from '@/db/schema';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { newId } from '@/platform/new-id';
import { describeOnBothDatabases } from '@/tests/support/database';
import { tamper } from '@/tests/support/tamper';
import { at, canary, publishedWorld, type World } from './published-world';

describeOnBothDatabases('what the public can read', (open) => {
  it('holds no word of a draft, an unpublished revision, a private note, a source nobody accepted, an e-mail or a proposed charter', async () => {
    const db = await open();
    const world = await publishedWorld(db);
    const answers = await everythingPublic(world, db);
    expect(JSON.stringify(answers)).toContain('a ceasefire of 18 months');
    expect(JSON.stringify(answers)).not.toContain(canary);
  });

  it('finds no unpublished text by searching for it', async () => {
    const db = await open();
    const { workspaceId } = await publishedWorld(db);
    expect(await publishedVerdicts({ workspaceId, q: canary }, db)).toEqual({ items: [], nextCursor: null });
  });

  it.each([1, 4, 5])('answers for unpublished revision %i as for one that does not exist', async (number) => {
    const db = await open();
    const { workspaceId, slug } = await publishedWorld(db);
    expect(await publishedVerdict({ workspaceId, slug, number }, db)).toBeNull();
    expect(await recordBytes({ workspaceId, slug, number }, db)).toBeUndefined();
    expect(await signOffBytes({ workspaceId, slug, number, position: 1 }, db)).toBeUndefined();
  });

  it('[T18] shows no sign-off of a revision in signing', async () => {
    const db = await open();
    await publishedWorld(db);
    const ids = (await db.select({ id: revisions.id, state: revisions.state }).from(revisions))
      .filter(({ state }) => state === 'signing')
      .map(({ id }) => id);
    expect(ids).not.toEqual([]);
    expect([...(await signOffsOf(ids, db)).values()].flatMap(({ signOffs, broken }) => [...signOffs, ...broken])).toEqual([]);
  });

  it('answers for a proposed charter as for one that does not exist', async () => {
    const db = await open();
    const { workspaceId } = await publishedWorld(db);
    expect(await ratifiedCharter({ workspaceId, number: 2 }, db)).toBeNull();
    expect(await charterBytes({ workspaceId, number: 2 }, db)).toBeUndefined();
    expect(await ratifiedCharter({ workspaceId, number: 3 }, db)).toBeNull();
  });

  it('[A3] answers for a verdict of another workspace as for one that does not exist', async () => {
    const db = await open();
    const [here, there] = [await publishedWorld(db), await publishedWorld(db)];
    expect(await publishedVerdict({ workspaceId: here.workspaceId, slug: there.slug }, db)).toBeNull();
    expect(await recordBytes({ workspaceId: here.workspaceId, slug: there.slug, number: 3 }, db)).toBeUndefined();
    expect(await publishedAddresses({ workspaceId: newId() }, db)).toEqual([]);
  });

  it('[R2] is the stored bytes, whose digest is the one that was signed', async () => {
    const db = await open();
    const { workspaceId, slug, record, charterSha256 } = await publishedWorld(db);
    const stored = await recordBytes({ workspaceId, slug, number: 3 }, db);
    expect(stored?.bytes).toEqual(canonicalBytes(record));
    expect(stored?.sha256).toBe(digestOf(canonicalBytes(record)));
    const charter = await charterBytes({ workspaceId, number: 1 }, db);
    expect(charter === undefined ? undefined : digestOf(charter.bytes)).toBe(charterSha256);
  });

  it('is the revision that counts, and an older published one by its number', async () => {
    const db = await open();
    const { workspaceId, slug, north, south } = await publishedWorld(db);
    const now = await publishedVerdict({ workspaceId, slug }, db);
    expect(now).toMatchObject({
      number: 3,
      current: 3,
      publishedAt: at.toISOString(),
      signOffs: [
        { party: north, decision: 'approve', signer: 'Moderator, Northern desk' },
        { party: south, decision: 'approve', signer: 'Moderator, Southern desk' },
      ],
    });
    expect(now !== null && 'history' in now && now.history.map(({ number }) => number)).toEqual([2, 3]);
    expect(await publishedVerdict({ workspaceId, slug, number: 2 }, db)).toMatchObject({ number: 2, current: 3 });
  });

  it('[R11] prints nothing of bytes that do not match their digest, and says so', async () => {
    const db = await open();
    const { workspaceId, slug, record } = await publishedWorld(db);
    const bytes = canonicalBytes({ ...record, fields: { rating: 'accurate' } });
    const [named, found] = [digestOf(canonicalBytes(record)), digestOf(bytes)];
    await tamper(
      db,
      'revisions',
      sql`update revisions set bytes = decode(${Buffer.from(bytes).toString('hex')}, 'hex') where sha256 = ${named}`,
    );
    const broken = [{ what: 'record', sha256: named, found }];
    expect(await publishedVerdict({ workspaceId, slug }, db)).toEqual({ broken, slug, number: 3 });
    expect((await publishedVerdicts({ workspaceId }, db)).items).toEqual([{ broken, slug, revision: 3 }]);
    expect(await recordBytes({ workspaceId, slug, number: 3 }, db)).toMatchObject({ broken: broken[0] });
    expect(await publishedVerdict({ workspaceId, slug, number: 2 }, db)).toMatchObject({ number: 2, current: 3 });
  });

  it('[R11] prints a sign-off from its statement, whatever the columns beside it say', async () => {
    const db = await open();
    const { workspaceId, slug } = await publishedWorld(db);
    const ofSouth = sql`workspace_id = ${workspaceId} and position = 2`;
    await tamper(
      db,
      'sign_offs',
      sql`update sign_offs set decision = 'approve-with-statement', reason = 'Never said.' where ${ofSouth}`,
    );
    expect(await publishedVerdict({ workspaceId, slug }, db)).toMatchObject({
      signOffs: [{ decision: 'approve' }, { decision: 'approve', reason: null }],
    });
    await tamper(db, 'sign_offs', sql`update sign_offs set bytes = decode('7b7d', 'hex') where ${ofSouth}`);
    expect(await publishedVerdict({ workspaceId, slug }, db)).toMatchObject({
      broken: [{ what: 'sign-off', found: digestOf('{}') }],
    });
    expect(await signOffBytes({ workspaceId, slug, number: 3, position: 2 }, db)).toMatchObject({ broken: { what: 'sign-off' } });
  });

  it('[R11] prints no charter that does not match its digest, and none that a party has not ratified', async () => {
    const db = await open();
    const { workspaceId, charterSha256 } = await publishedWorld(db);
    const ofDesk = sql`workspace_id = ${workspaceId} and number = 1`;
    await tamper(
      db,
      'charter_ratifications',
      sql`delete from charter_ratifications where workspace_id = ${workspaceId} and party_id in (select id from parties where slug = 's')`,
    );
    expect(await ratifiedCharter({ workspaceId }, db)).toBeNull();
    await tamper(db, 'charter_versions', sql`update charter_versions set bytes = decode('7b7d', 'hex') where ${ofDesk}`);
    const broken = { what: 'charter', sha256: charterSha256, found: digestOf('{}') };
    expect(await ratifiedCharter({ workspaceId }, db)).toEqual({ broken: [broken], number: 1 });
    expect(await charterBytes({ workspaceId, number: 1 }, db)).toMatchObject({ broken });
  });

  it.each([
    ['ceasefire', 1],
    ['CEASEFIRE  months', 1],
    ['ceasefire absent', 0],
    ['100%', 1],
    ['10%0', 0],
    ['cease_ire', 0],
    ['\\', 0],
    ['cease\u0000fire', 1],
    ['ceasefire\u0000', 1],
  ])('is found by the words %j', async (q, count) => {
    const db = await open();
    const { workspaceId } = await publishedWorld(db);
    expect((await publishedVerdicts({ workspaceId, q }, db)).items).toHaveLength(count);
  });

  it.each([
    ['1', 0],
    ['2', 1],
    ['', 1],
    ['-1', 1],
    ["1' or '1", 1],
    ['99999999999999', 1],
  ])('goes on from the cursor %j', async (cursor, count) => {
    const db = await open();
    const { workspaceId } = await publishedWorld(db);
    expect((await publishedVerdicts({ workspaceId, cursor }, db)).items).toHaveLength(count);
  });
});

/** Every public query, with every address that could be asked for. */
async function everythingPublic({ workspaceId, slug }: World, db: Db): Promise<unknown[]> {
  const numbers = [1, 2, 3, 4, 5];
  const answers: unknown[] = [
    await rootWorkspace({}, db),
    await publishedVerdicts({ workspaceId }, db),
    await publishedVerdict({ workspaceId, slug }, db),
    await publishedVerdict({ workspaceId, slug: `${canary}-open` }, db),
    await publishedAddresses({ workspaceId }, db),
    await ratifiedCharter({ workspaceId }, db),
  ];
  for (const number of numbers) {
    answers.push(await publishedVerdict({ workspaceId, slug, number }, db), await ratifiedCharter({ workspaceId, number }, db));
    answers.push(
      text(await recordBytes({ workspaceId, slug, number }, db)),
      text(await charterBytes({ workspaceId, number }, db)),
    );
    for (const position of numbers) answers.push(text(await signOffBytes({ workspaceId, slug, number, position }, db)));
  }
  return answers;
}

function text(stored: StoredBytes | undefined): string | undefined {
  return stored === undefined ? undefined : new TextDecoder().decode(stored.bytes);
}
