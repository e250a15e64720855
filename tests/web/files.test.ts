import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { acceptSource, openPanel, prepareRecord } from './support/desk';
import { approveAsProgram, done, freeze, readClaim, send } from './support/program';
import { expect, expectAccessible, personOf, test } from './support/test';

const picturePath = 'tests/vectors/files/picture.png';
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const picture = sha256(readFileSync(picturePath));
const graded = { stance: 'context', primacy: 'primary', interest: 'none' };

test('[F1] [F5] [F6] [F8] a file is sent with its progress, judged by another party, and read and checked by everybody once it is published', async ({
  openAs,
  demoServer,
}) => {
  const person = (party: string, role: string) => openAs(personOf(demoServer, { party, role }));
  const checker = await person('Northern desk', 'checker');
  const other = await person('Southern desk', 'checker');
  const signers = [await person('Northern desk', 'moderator'), await person('Southern desk', 'moderator')];
  const reader = await openAs();
  await reader.goto('/');
  const { claimId, address } = await prepareRecord({ checker, other, analyst: other }, 'A dam above the town was built.');

  await test.step('the party chooses a file, sees how far it is, stops it, tries again, and attaches it', async () => {
    await openPanel(checker, 'Sources');
    await checker.getByRole('button', { name: 'Attach a source' }).click();
    await checker.getByRole('radio', { name: 'file' }).check();
    const held = await holdUploads(checker);
    await checker.getByLabel('The file').setInputFiles(picturePath);
    const progress = checker.getByRole('progressbar', { name: 'Upload of picture.png' });
    await expect(progress).toBeVisible();
    await checker.getByRole('button', { name: 'Cancel the upload' }).click();
    await expect(progress).toBeHidden();
    await expect(checker.getByLabel('The file')).toBeFocused();
    await checker.getByLabel('The file').setInputFiles(picturePath);
    await expect(progress).toBeVisible();
    await held.breakOff();
    await expect(checker.getByText('picture.png was not stored.')).toBeVisible();
    await expectAccessible(checker);
    await held.letThrough();
    await checker.getByRole('button', { name: 'Try again' }).click();
    await expect(checker.getByText('Stored: picture.png')).toBeVisible();
    await fillSource(checker, 'A photograph of the dam');
    await expect(card(checker, 'A photograph of the dam')).toContainText(picture);
  });

  await test.step('a page, a drawing and a text are told apart by their bytes, and no page of ours runs them', async () => {
    for (const [title, bytes, type] of [
      ['A page', '<!doctype html><script>document.title = "run"</script>', 'application/octet-stream'],
      ['A drawing', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'application/octet-stream'],
      ['A text', 'Of the dams that held, <b>none</b> was old.', 'text/plain; charset=utf-8'],
    ] as const) {
      const id = await attachBytes(checker, claimId, title, bytes);
      const response = await checker.request.get(`/api/v1/sources/${id}/file`);
      expect(await response.text()).toBe(bytes);
      expect(response.headers()).toMatchObject({
        'content-type': type,
        'content-disposition': expect.stringMatching(/^attachment; filename="E\d-[0-9a-f]{12}\.(?:bin|txt)"$/),
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      });
    }
  });

  const { sources } = await readClaim(checker, claimId);
  const idOf = (title: string): string => sources.find((source: { title: string }) => source.title === title).id;
  const file = `/api/v1/sources/${idOf('A photograph of the dam')}/file`;

  await test.step('the other party sees the picture and the text, and accepts the picture', async () => {
    await other.goto(`${address}?panel=sources`);
    const image = other.getByRole('img', { name: /A photograph of the dam/ });
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(320);
    await card(other, 'A text').getByText('Look at the text').click();
    await expect(card(other, 'A text').getByText('Of the dams that held, <b>none</b> was old.')).toBeVisible();
    await expectAccessible(other);
    await acceptSource(other, 3);
  });

  await test.step('before the publication it does not exist for a reader', async () => {
    for (const path of [file, `/api/v1/sources/${crypto.randomUUID()}/file`])
      expect((await reader.request.get(path)).status()).toBe(404);
  });

  const revision = await freeze(checker, claimId);
  for (const signer of signers) {
    expect((await reader.request.get(file)).status()).toBe(404);
    await done(await approveAsProgram(signer, revision));
  }

  await test.step('then everybody reads it, byte for byte, and no other file of the claim', async () => {
    const response = await reader.request.get(file);
    expect(response.status()).toBe(200);
    expect(sha256(await response.body())).toBe(picture);
    expect(response.headers()).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="E3-${picture.slice(0, 12)}.png"`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${picture}"`,
    });
    expect((await reader.request.get(file, { headers: { 'if-none-match': `"${picture}"` } })).status()).toBe(304);
    for (const title of ['A page', 'A text'])
      expect((await reader.request.get(`/api/v1/sources/${idOf(title)}/file`)).status()).toBe(404);
    const { slug } = await readClaim(checker, claimId);
    const record = await done(await reader.request.get(`/verdicts/${slug}/revisions/1/record.json`));
    expect(record.sources.find(({ number }: { number: number }) => number === 3).file).toEqual({
      sha256: picture,
      sizeBytes: readFileSync(picturePath).byteLength,
      mediaType: 'image/png',
    });
    await reader.goto(`/verdicts/${slug}`);
    const published = card(reader, 'A photograph of the dam');
    await expect(published).toContainText(picture);
    await expect(published.getByRole('link', { name: 'Download the file' })).toHaveAttribute('href', file);
    await expect(published.getByRole('img', { name: /A photograph of the dam/ })).toBeVisible();
    await expect(reader.getByText(`${picture}  -`)).toBeVisible();
  });
});

function card(page: Page, title: string) {
  // At a reader's the whole verdict is an article too.
  return page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title }) })
    .last();
}

/** Holds what the page sends, as a slow network does, until it is broken off or let through. */
async function holdUploads(page: Page) {
  let breakOff = async (): Promise<void> => undefined;
  await page.route('**/api/v1/uploads', (route) => {
    breakOff = () => route.abort('connectionreset');
  });
  return {
    breakOff: () => breakOff(),
    letThrough: () => page.unroute('**/api/v1/uploads'),
  };
}

/** The rest of the form, and its button. */
async function fillSource(page: Page, title: string): Promise<void> {
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Attach the source' }) });
  await form.getByLabel('Title').fill(title);
  await form.getByLabel('Publisher', { exact: true }).selectOption({ label: 'A publisher that is not in the list' });
  await form.getByLabel('Name of the publisher').fill(`Archive ${crypto.randomUUID()}`);
  await form.getByLabel('Stands with').selectOption({ label: 'No party' });
  await form.getByLabel('What it says').fill('Shows the dam and the town below it.');
  await form.getByRole('radio', { name: 'Context' }).check();
  await form.getByRole('radio', { name: 'Primary' }).check();
  await form.getByLabel('Interest of the source').selectOption({ index: 1 });
  await form.getByRole('button', { name: 'Attach the source' }).click();
  await expect(form).toBeHidden();
}

/** Sends bytes and attaches them, as a program does. */
async function attachBytes(page: Page, claimId: string, title: string, text: string): Promise<string> {
  const stored = await page.request.put('/api/v1/uploads', {
    data: Buffer.from(text),
    headers: { 'content-type': 'application/octet-stream', origin: new URL(page.url()).origin },
  });
  const { sha256: fileSha256 } = await done(stored);
  const publisher = { name: `Publisher ${crypto.randomUUID()}`, alignment: { kind: 'none' } };
  const source = { kind: 'file', fileSha256, title, publisher, language: 'en', says: 'What it says.', ...graded };
  const { id } = await done(await send(page, `/api/v1/claims/${claimId}/sources`, source));
  return id;
}
