import type { Page } from '@playwright/test';
import { goToEnd, openNotes, said, text } from './support/desk';
import { done, openClaim } from './support/program';
import { visitDocument } from './support/stock-client';
import { expect, expectAccessible, personOf, test } from './support/test';

const canary = 'zyzzogeton';
const note = `Nobody else reads of the ${canary}`;
const intruder = 'words-from-elsewhere';

// What every page, route and stream answers is looked at in canary.test.ts; here pages are open while it is written, and a stranger writes.
test('[T10] [A4] [P51] what a desk writes in its private notes reaches its own people and nobody else', async ({
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

  await test.step('no page that was open meanwhile shows it', async () => {
    for (const [who, page] of Object.entries(strangers)) expect(await page.content(), who).not.toContain(canary);
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

  await test.step('its people bring back what one of them deleted, and nobody else has these versions', async () => {
    await goToEnd(text(colleague, 'Notes'));
    await colleague.keyboard.press('Control+A');
    await colleague.keyboard.press('Delete');
    await expect.poll(() => said(author, 'Notes')).toBe('');
    await author.getByRole('link', { name: 'All versions of the notes' }).click();
    const versions = author.getByRole('complementary', { name: 'Timeline' }).locator('ol > li');
    await expect(versions.first()).toContainText('The notes now');
    await expect(author.getByRole('main').locator('del')).toContainText(canary);
    await expectAccessible(author);
    await versions
      .nth(1)
      .getByRole('button', { name: /^Restore/ })
      .click();
    await expect.poll(() => said(colleague, 'Notes')).toBe(note);
    for (const [who, page] of Object.entries(strangers)) {
      await page.goto(`${address}/notes/history`);
      await expect(page.getByRole('main'), who).toBeVisible();
      expect(await page.content(), who).not.toContain(canary);
    }
  });
});

test('[A5] the steward reads on a record’s page why it is empty', async ({ openAs, demoServer }) => {
  const author = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker' }));
  const steward = await openAs(demoServer.demoAccounts.find(({ role }) => role === 'steward'));
  const { address } = await openClaim(author, `A draft about the ${canary}.`);
  await steward.goto(address);
  await expect(steward.getByText('A steward keeps the desk running and reads no drafts', { exact: false })).toBeVisible();
  expect(await steward.content()).not.toContain(canary);
});
