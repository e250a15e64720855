import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { drizzle } from 'drizzle-orm/postgres-js';
import { encode } from 'next-auth/jwt';
import postgres from 'postgres';
import { v7 } from 'uuid';
import { declareInterests } from '@/commands/membership/declare-interests';
import * as schema from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, type Person } from '@/tests/support/build';
import { startPostgres } from '@/tests/support/postgres';
import { buildSignable, propose } from '@/tests/support/sign';
import { softwareKey } from '@/tests/support/software-key';
import { done, send } from './support/program';
import { startCountersign } from './support/server';
import { expect, expectAccessible, test } from './support/test';

const secret = 'a secret that is only used by tests, and long enough';
const shell = promisify(execFile);
const methodology = 'Both desks agree the question first, and sign what they have checked.';

test('[C40] [TR1] [TR4] [TR6] [AT1] [AT5] a desk says who it is before it publishes, an observer attests, and a reader reads and checks both', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const cluster = await startPostgres();
  const url = await cluster.createDatabase('countersign');
  const server = await startCountersign({ demo: false, env: { DATABASE_URL: url, AUTH_SECRET: secret } });
  const client = postgres(url, { max: 4, onnotice: () => undefined });
  const db = drizzle(client, { schema });

  /** A browser that has just signed in as a person. */
  async function enter(from: Browser, { id: personId }: Person): Promise<Page> {
    const context = await from.newContext({ baseURL: server.url });
    const [sid, now] = [v7(), new Date()];
    const expiresAt = new Date(now.getTime() + 24 * 60 * 60 * 1000);
    await db.insert(schema.sessions).values({ sid, personId, confirmedAt: now, createdAt: now, expiresAt });
    const value = await encode({ token: { sub: personId, sid }, secret });
    await context.addCookies([{ name: 'next-auth.session-token', value, url: server.url }]);
    return context.newPage();
  }

  try {
    const workspace = await buildWorkspace(db, { parameters: { transparencyDays: 365 } });
    const now = new Date();
    for (const desk of [workspace.north, workspace.south])
      answerOf(await declareInterests(contextFor(db, desk.moderators[0], { now }), {}));
    const { id: claimId } = await buildSignable(db, workspace);
    const revision = answerOf(await propose(contextFor(db, workspace.north.checkers[0], { now }), claimId));
    const address = `/desk/claims/${claimId}/revisions/1`;
    const bound = { recordSha256: revision.sha256, charterSha256: workspace.charter.sha256 };
    const north = await enter(browser, workspace.north.moderators[0]);
    const south = await enter(browser, workspace.south.moderators[0]);
    const observer = await enter(browser, workspace.mission.observers[0]);

    const approve = async (page: Page) => {
      const position = { decision: 'approve', conflict: 'none', ...bound };
      const { nonce } = await done(await send(page, `/api/v1/revisions/${revision.id}/nonce`, position));
      return send(page, `/api/v1/revisions/${revision.id}/sign-offs`, { nonce, proof: { kind: 'password' } });
    };

    await test.step('the desk is told what is missing, and the last signature stands and does not publish without it', async () => {
      await north.goto('/desk');
      await south.goto(address);
      await expect(north.getByText('Nothing can be published yet')).toBeVisible();
      await done(await approve(north));
      expect(await done(await approve(south))).toMatchObject({ state: 'signing', keptBackBy: 'transparency-missing' });
      await expect(south.getByText('Nothing can be published yet')).toBeVisible();
    });

    await test.step('one party writes what is said of both, the other confirms it', async () => {
      await north.getByRole('link', { name: 'To the page Transparency' }).click();
      const section = north.getByRole('region', { name: 'Methodology' });
      await section.getByLabel('What the public reads').fill(methodology);
      await section.getByRole('button', { name: 'Save as version 1' }).click();
      await expect(section.getByText('It does not stand yet: Southern desk has not confirmed it.')).toBeVisible();
      await expectAccessible(north);
      await south.goto('/desk/transparency');
      const theirs = south.getByRole('region', { name: 'Methodology' });
      await theirs.getByRole('button', { name: 'Confirm these words' }).click();
      await expect(theirs.getByText(/^It counts until/)).toBeVisible();
      await expect(theirs.getByRole('button', { name: 'Confirm that it is still right' })).toBeVisible();
      await observer.goto('/desk/transparency');
      await expect(observer.getByRole('button', { name: /^(Save|Confirm)/ })).toHaveCount(2);
    });

    await test.step('an observer reads what is signed and attests the procedure', async () => {
      await observer.goto(address);
      await observer.getByRole('radio', { name: 'Was followed' }).check();
      await observer.getByLabel('What your party adds').fill('As far as we have seen it.');
      await expect(observer.getByText('for revision 1, up to now.')).toBeVisible();
      await expectAccessible(observer);
      await observer.getByRole('button', { name: 'Attest that it was followed' }).click();
      const dialog = observer.getByRole('dialog');
      await expect(dialog.getByText('As far as we have seen it.').first()).toBeVisible();
      await dialog.getByRole('button', { name: 'Attest that it was followed' }).click();
      await expect(observer.getByText('The procedure was followed')).toBeVisible();
    });

    await test.step('everything else is said, by whose word it is', async () => {
      for (const section of ['corrections', 'contact']) {
        const text = `What both say of ${section}.`;
        const { id } = await done(await send(north, '/api/v1/transparency/statements', { section, text }));
        await done(await send(south, `/api/v1/transparency/statements/${id}/confirmations`, {}));
      }
      for (const [name, page] of Object.entries({ Northern: north, Southern: south, Observing: observer }))
        for (const section of ['members', 'funding'])
          await done(await send(page, '/api/v1/transparency/statements', { section, text: `${name}: our ${section}.` }));
    });

    await test.step('with the last confirmation it is published, and a key attests what followed', async () => {
      const published = async () => (await (await north.request.get('/api/v1/verdicts')).json()).items.length;
      await expect.poll(published, { timeout: 60_000 }).toBe(1);
      const key = softwareKey('p256', { origin: server.url, rpId: 'localhost' });
      const { options } = await done(await send(observer, '/api/v1/me/passkeys/challenge'));
      await done(await send(observer, '/api/v1/me/passkeys', { name: 'Key', registration: key.register(options.challenge) }));
      const at = `/api/v1/revisions/${revision.id}/attestations`;
      const words = { procedure: 'not-followed', words: 'The reply was recorded after the record was frozen.', cites: 'C18' };
      const { nonce, challenge } = await done(await send(observer, `${at}/statement`, { ...words, ...bound }));
      await done(await send(observer, at, { nonce, proof: { kind: 'passkey', assertion: key.sign(challenge) } }));
    });

    await test.step('a reader without a script reads who the desk is, and what was observed beside the signatures', async () => {
      const reader = await (await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })).newPage();
      await reader.goto('/');
      await reader.getByRole('contentinfo').getByRole('link', { name: 'Transparency' }).click();
      await expect(reader.getByText(methodology)).toBeVisible();
      for (const words of ['Northern: our members.', 'Southern: our funding.', 'Observing: our funding.'])
        await expect(reader.getByText(words)).toBeVisible();
      const checked = await (await browser.newContext({ baseURL: server.url })).newPage();
      await checked.goto('/ar/transparency');
      await expectAccessible(checked);
      const { items } = await (await reader.request.get('/api/v1/verdicts')).json();
      await checked.goto(`/verdicts/${items[0].slug}`);
      const observed = checked.getByRole('region', { name: 'Observed, did not decide' });
      await expect(observed).toContainText('The procedure was followed · before publication');
      await expect(observed).toContainText('The procedure was not followed · after publication');
      await expectAccessible(checked);
      const commands = checked.getByRole('region', { name: 'Commands for the attestation of Observer mission' });
      const recipe = (await commands.locator('code').allTextContents()).join('\n');
      expect((await shell('bash', ['-c', recipe])).stdout).toContain('Verified OK');
      const asSignOff = recipe.replace('countersign/attestation/v1', 'countersign/sign-off/v1');
      await expect(shell('bash', ['-c', asSignOff])).rejects.toThrow();
    });
  } finally {
    await client.end();
    await server.stop();
    await cluster.stop();
  }
});
