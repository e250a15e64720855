import type { Page } from '@playwright/test';
import { openNotes, said, text } from './support/desk';
import { done, openClaim, send } from './support/program';
import { addressOf, routes } from './support/routes';
import { visitDocument } from './support/stock-client';
import { expect, personOf, test } from './support/test';

/** A page of results repeats the word that was searched for, so the note has another beside it. */
const searched = 'quincunx';
const canary = 'zyzzogeton';
const note = `${searched} ${canary}`;
const intruder = 'words-from-elsewhere';
const deskPages = ['', '/claims', '/review', '/sources', '/charter', '/members', '/activity'].map((path) => `/desk${path}`);
const panels = ['sources', 'charter', 'comments', 'notes', 'history'];
const publicPages = ['/', `/search?q=${searched}`, '/charter', '/about', '/sitemap.xml', `/ar/search?q=${searched}`];

test('[T10] [A4] what a desk writes in its private notes reaches its own people and nobody else', async ({
  openAs,
  demoServer,
}) => {
  const person = (party: string, role: string, nth = 0) => openAs(personOf(demoServer, { party, role, nth }));
  const author = await person('Northern desk', 'checker');
  const colleague = await person('Northern desk', 'moderator');
  const strangers: Record<string, Page> = {
    'a checker of the other desk': await person('Southern desk', 'checker'),
    'a moderator of the other desk': await person('Southern desk', 'moderator'),
    'an observer': await person('Observer mission', 'observer'),
    'the steward': await openAs(demoServer.demoAccounts.find(({ role }) => role === 'steward')),
  };
  const reader = await openAs();
  await reader.goto('/');

  const { claimId, address } = await openClaim(author, 'The notes on this claim are nobody else’s business.');
  const { party } = await done(await author.request.get('/api/v1/me'));
  const document = `claims/${claimId}/notes/${party.id}`;
  // Open while it is written, so that what the server pushes is looked at too.
  for (const [who, page] of Object.entries(strangers)) if (who !== 'the steward') await openNotes(page, address);

  await test.step('the desk’s own people read it on the page and at the socket', async () => {
    await openNotes(author, address);
    await text(author, 'Notes').click();
    await author.keyboard.insertText(note);
    await openNotes(colleague, address);
    await expect.poll(() => said(colleague, 'Notes')).toBe(note);
    expect(await visitDocument(colleague, document, '')).toMatchObject({ bytes: expect.stringContaining(canary) });
  });

  await test.step('no page shows it', async () => {
    for (const [who, page] of Object.entries(strangers)) {
      expect(await page.content(), who).not.toContain(canary);
      const addresses = [...deskPages, ...panels.map((panel) => `${address}?panel=${panel}`), '/account'];
      for (const path of addresses) await expectSilent(page, path, who);
    }
    for (const path of [...publicPages, address]) await expectSilent(reader, path, 'a reader');
  });

  await test.step('no route answers with it', async () => {
    const names = await namesOf(colleague, claimId);
    const paths = routes()
      .filter(
        ({ methods, pattern }) => methods.includes('GET') && !pattern.startsWith('/api/auth/') && !pattern.endsWith('/events'),
      )
      .map(({ pattern }) => addressOf(pattern, names));
    expect(paths).toContain(`/api/v1/claims/${claimId}`);
    for (const [who, page] of [...Object.entries(strangers), ['a reader', reader] as const])
      for (const path of [...paths, `/api/v1/claims?q=${searched}`, `/api/v1/verdicts?q=${searched}`])
        await expectSilent(page, path, who);
    for (const [who, page] of Object.entries(strangers))
      expect(await changesSeenBy(page, names.workspaceId), who).not.toContain(canary);
  });

  await test.step('no socket opens it, and writing to it changes nothing', async () => {
    for (const [who, page] of Object.entries(strangers)) {
      const heard = await visitDocument(page, document, intruder);
      expect(heard.closedWith, who).toBe(4403);
      expect(heard.bytes, who).not.toContain(canary);
    }
    expect(await visitDocument(reader, document, intruder)).toMatchObject({ closedWith: 4401 });
    await openNotes(colleague, address);
    await expect.poll(() => said(colleague, 'Notes')).toBe(note);
  });
});

test('[A5] the steward opens no record, neither its page nor its text', async ({ openAs, demoServer }) => {
  const author = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker' }));
  const steward = await openAs(demoServer.demoAccounts.find(({ role }) => role === 'steward'));
  const { claimId, address } = await openClaim(author, `A draft about the ${canary}.`);
  expect(await visitDocument(author, `claims/${claimId}/record`, '')).toMatchObject({ bytes: expect.stringContaining(canary) });

  await steward.goto(address);
  await expect(steward.getByText('A steward keeps the desk running and reads no drafts', { exact: false })).toBeVisible();
  for (const path of [address, ...deskPages, '/api/v1/claims']) await expectSilent(steward, path, 'the steward');
  expect((await steward.request.get(`/api/v1/claims/${claimId}`)).status()).toBe(403);
  expect((await steward.request.get(`/api/v1/claims/${claimId}/preview`)).status()).toBe(403);
  expect(
    (await send(steward, `/api/v1/claims/${claimId}/close`, { as: 'withdrawn', reason: 'A reason of enough length.' })).status(),
  ).toBe(403);
  const heard = await visitDocument(steward, `claims/${claimId}/record`, intruder);
  expect(heard.closedWith).toBe(4403);
  expect(heard.bytes).not.toContain(canary);
});

/** Everything that an address answers with, markup and data beside it included. */
async function expectSilent(page: Page, path: string, who: string): Promise<void> {
  const response = await page.request.get(path);
  expect(response.status(), `${who} at ${path}`).toBeLessThan(500);
  expect(await response.text(), `${who} at ${path}`).not.toContain(canary);
}

async function namesOf(page: Page, claimId: string): Promise<Record<string, string>> {
  const { workspace } = await done(await page.request.get('/api/v1/me'));
  const { items } = await done(await page.request.get('/api/v1/verdicts'));
  const { sources, revisions } = await done(await page.request.get(`/api/v1/claims/${items[0].claimId ?? claimId}`));
  return {
    claimId,
    workspaceId: workspace.id,
    sourceId: sources[0]?.id ?? claimId,
    revisionId: revisions[0]?.id ?? claimId,
    slug: items[0].slug,
    locale: 'en',
    number: '1',
    position: '1',
    file: '1.json',
  };
}

/** The first message of the stream of changes, as far as it is given at all. */
async function changesSeenBy(page: Page, workspaceId: string | undefined): Promise<string> {
  return page.evaluate(async (address) => {
    const over = new AbortController();
    const response = await fetch(address, { signal: over.signal });
    const { value } = (await response.body?.getReader().read()) ?? {};
    over.abort();
    return new TextDecoder().decode(value);
  }, `/api/v1/workspaces/${workspaceId}/events`);
}
