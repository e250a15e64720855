import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { verdicts } from '@/db/schema';
import { codeOf, stepMs } from '@/tests/support/authenticator';
import { password } from '@/tests/support/build';
import { buildRevision } from '@/tests/support/sign';
import { type SoftwareKey, softwareKey } from '@/tests/support/software-key';
import { type OwnDesk, startOwnDesk } from './support/own-desk';
import { done, send } from './support/program';
import { expect, expectAccessible, test } from './support/test';

const shell = promisify(execFile);

let desk: OwnDesk;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  desk = await startOwnDesk({ weakestProof: 'code' });
});
test.afterAll(() => desk?.stop());

/** What Chromium takes for a security key with a fingerprint reader that always knows its owner. */
async function withAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasUserVerification: true, isUserVerified: true } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } });
}

/** The commands that the page shows, one after the other as they stand there; `before` the checks, what somebody did to a file in between. */
async function recipes(page: Page): Promise<string[]> {
  const found = page.getByRole('region', { name: /^Commands for the signature of/ });
  const all = await found.all();
  return Promise.all(all.map(async (one) => (await one.locator('code').allTextContents()).join('\n')));
}

function run(recipe: string): Promise<{ stdout: string }> {
  return shell('bash', ['-c', recipe]);
}

/** The same, with the last bit of a fetched file turned before anything is checked. */
function tampered(recipe: string, file: string): string {
  const turn = `python3 -c 'p="${file}";b=bytearray(open(p,"rb").read());b[-2]^=1;open(p,"wb").write(b)'`;
  return recipe.replace('\nRECORD=', `\n${turn}\nRECORD=`);
}

test('[M28] [C22] [R15] a moderator enrols a key and signs with it, another with a code, and the public page says so', async ({
  browser,
}) => {
  const { db, workspace } = desk;
  const revision = await buildRevision(db, workspace, workspace.north.checkers[0], { now: new Date() });
  const address = `/desk/claims/${revision.claimId}/revisions/1`;
  const north = await desk.enter(browser, workspace.north.moderators[0]);

  await test.step('enrols two keys on the account page', async () => {
    await withAuthenticator(north.context(), north);
    const keys = north.getByRole('region', { name: 'Personal keys for signing' });
    await expect(keys.getByText('You have no personal key yet.')).toBeVisible();
    await keys.getByLabel('Name of the key').fill('Phone');
    await keys.getByRole('button', { name: 'Add a key' }).click();
    await expect(keys.getByText('The key “Phone” is added.')).toBeVisible();
    await expect(keys.getByRole('listitem')).toHaveCount(1);
    await expectAccessible(north);
  });

  await test.step('signs with it what was shown', async () => {
    await north.goto(address);
    await north.getByRole('radio', { name: 'Approve', exact: true }).check();
    await north.getByRole('radio', { name: 'No conflict of interest' }).check();
    await north.getByRole('button', { name: 'Sign the approval' }).click();
    const dialog = north.getByRole('dialog', { name: 'What you sign' });
    await expect(dialog.getByText('Fingerprint in eight words')).toBeVisible();
    await expect(dialog.getByText('Your device asks for your fingerprint')).toBeVisible();
    await expectAccessible(north);
    await dialog.getByRole('button', { name: 'Sign the approval' }).click();
    await expect(dialog).toBeHidden();
  });

  const south = await desk.enter(browser, workspace.south.moderators[0]);
  await test.step('the other has a second factor and no key, and signs with a code', async () => {
    const { secret: seed } = await done(await send(south, '/api/v1/me/second-factor', { password }));
    await done(await send(south, '/api/v1/me/second-factor/on', { code: codeOf(seed, new Date()) }));
    await south.goto(address);
    await south.getByRole('radio', { name: 'Approve', exact: true }).check();
    await south.getByRole('radio', { name: 'No conflict of interest' }).check();
    await south.getByRole('button', { name: 'Sign and publish' }).click();
    const dialog = south.getByRole('dialog', { name: 'What you sign' });
    await dialog.getByLabel('Code').fill('000000');
    await dialog.getByRole('button', { name: 'Sign and publish' }).click();
    await expect(dialog.getByText('This code does not count')).toBeVisible();
    await dialog.getByLabel('Code').fill(codeOf(seed, new Date(Date.now() + stepMs)));
    await dialog.getByRole('button', { name: 'Sign and publish' }).click();
    await expect(south.getByText('This revision is published')).toBeVisible();
  });

  await test.step('a reader is told which is which, and checks the key’s signature with the page’s own commands', async () => {
    const slug = await slugOf(revision.claimId);
    const reader = await (await browser.newContext({ baseURL: desk.url })).newPage();
    await reader.goto(`/verdicts/${slug}`);
    await expect(reader.getByRole('region', { name: 'Northern desk', exact: true })).toContainText('Signed with a personal key');
    await expect(reader.getByRole('region', { name: 'Southern desk', exact: true })).toContainText(
      'by a code, attested by the server only',
    );
    await expect(reader.getByText('Fingerprint in eight words')).toBeVisible();
    const [recipe = '', ...others] = await recipes(reader);
    expect(others).toEqual([]);
    expect((await run(recipe)).stdout).toMatch(/Verified OK|Signature Verified Successfully/);
    await expectAccessible(reader);
    const base = `/verdicts/${slug}/revisions/1/sign-offs`;
    for (const missing of ['2.pem', '2.signature', '3.pem', '1.key', 'x.pem', '0.pem'])
      expect((await reader.request.get(`${base}/${missing}`)).status(), missing).toBe(404);
    expect((await reader.request.get(`${base.replace('/1/', '/2/')}/1.pem`)).status()).toBe(404);
  });
});

test('[R15] the page’s commands check a P-256 and an Ed25519 signature, and one changed byte fails', async ({ browser }) => {
  const { db, workspace } = desk;
  const revision = await buildRevision(db, workspace, workspace.north.checkers[0], { now: new Date() });
  const site = { origin: desk.url, rpId: 'localhost' };
  const signers = [
    [workspace.north.moderators[1], softwareKey('p256', site)],
    [workspace.south.moderators[1], softwareKey('ed25519', site)],
  ] as const;
  for (const [person, key] of signers) await signWith(await desk.enter(browser, person), key, revision);

  const reader = await (await browser.newContext({ baseURL: desk.url })).newPage();
  await reader.goto(`/verdicts/${await slugOf(revision.claimId)}`);
  const [curve = '', edwards = ''] = await recipes(reader);
  expect((await run(curve)).stdout).toContain('Verified OK');
  expect((await run(edwards)).stdout).toContain('Signature Verified Successfully');
  const files = ['record.json', 'statement.json', 'clientDataJSON', 'authenticatorData', 'signature'];
  for (const recipe of [curve, edwards])
    for (const file of files) await expect(run(tampered(recipe, file)), file).rejects.toThrow();
  await expect(run(curve.replace(/(?<=-o key\.pem )\S+/, /(?<=-o key\.pem )\S+/.exec(edwards)?.[0] ?? ''))).rejects.toThrow();
});

/** Enrols a software key and signs an approval with it, as a program does. */
async function signWith(page: Page, key: SoftwareKey, { id, sha256 }: { id: string; sha256: string }): Promise<void> {
  const { options } = await done(await send(page, '/api/v1/me/passkeys/challenge'));
  await done(await send(page, '/api/v1/me/passkeys', { name: 'In software', registration: key.register(options.challenge) }));
  const position = { decision: 'approve', conflict: 'none', recordSha256: sha256, charterSha256: desk.workspace.charter.sha256 };
  const { nonce, challenge } = await done(await send(page, `/api/v1/revisions/${id}/nonce`, position));
  const proof = { kind: 'passkey', assertion: key.sign(challenge) };
  await done(await send(page, `/api/v1/revisions/${id}/sign-offs`, { nonce, proof }));
}

async function slugOf(claimId: string): Promise<string> {
  const [row] = await desk.db.select({ slug: verdicts.slug }).from(verdicts).where(eq(verdicts.claimId, claimId));
  return String(row?.slug);
}
