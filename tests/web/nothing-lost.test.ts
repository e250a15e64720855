import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { closeAfterWarning, expectSaved, goToStart, said, text, typeAtEnd } from './support/desk';
import { done, openClaim, readClaim, send } from './support/program';
import { type Countersign, startCountersign } from './support/server';
import { expect, personOf, signIn, test } from './support/test';

/** The stock provider pauses 15 seconds at most before it tries again. */
const comebackMs = 40_000;
const wording = 'The harbour handled more ships in autumn than in spring.';
const first = 'Were there more ships in autumn? ';
const inMind = 'Ships of every size are counted. ';
const kept = 'Those that only passed are left out.';
const unsent = ' In nobody else’s name.';

test.describe('in one paragraph of two people nothing is lost or doubled', () => {
  let north: Page;
  let south: Page;
  let claimId: string;

  test.beforeEach(async ({ openAs, demoServer }) => {
    north = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker', nth: 1 }));
    south = await openAs(personOf(demoServer, { party: 'Southern desk', role: 'checker', nth: 1 }));
    const claim = await openClaim(north, wording);
    claimId = claim.claimId;
    for (const page of [north, south]) await page.goto(claim.address);
    await typeAtEnd(north, 'Question', first);
  });

  test('[P15] [P17] after a reload, in the middle of each other’s typing', async () => {
    await Promise.all([typeAtBeginning(south, inMind), typeAtEnd(north, 'Question', kept)]);
    await expectTogether([north, south], inMind + first + kept);
    for (const page of [north, south]) {
      await page.reload();
      await expectTogether([north, south], inMind + first + kept);
    }
    await typeAtEnd(north, 'Question', ' More.');
    await expectTogether([north, south], `${inMind + first + kept} More.`);
  });

  test('[P7] in a second tab of the same person', async () => {
    const second = await north.context().newPage();
    await second.goto(north.url());
    await expect.poll(() => said(second, 'Question')).toBe(first);
    await Promise.all([
      typeAtBeginning(second, inMind),
      typeAtEnd(north, 'Question', kept),
      typeAtEnd(south, 'Neutral title', 'Ships in the harbour'),
    ]);
    await expectTogether([north, south, second], inMind + first + kept);
    await second.close();
    await typeAtEnd(north, 'Question', ' More.');
    await expectTogether([north, south], `${inMind + first + kept} More.`);
    expect(await said(north, 'Neutral title')).toBe('Ships in the harbour');
  });

  test('[P3] [P17] after a lost connection, and “saved” is said only of what is in the log', async ({ demoServer }) => {
    await expectSaved(north);
    // The socket stays open and carries nothing: only the missing answers say so.
    demoServer.hang();
    try {
      await typeAtEnd(north, 'Question', kept.slice(0, 10));
      await expect(saveState(north)).toHaveAttribute('data-state', 'unsaved');
      await north.context().setOffline(true);
      await north.keyboard.type(kept.slice(10));
      await expect(saveState(north)).toHaveAttribute('data-state', 'offline');
    } finally {
      demoServer.goOn();
    }
    await expect(saveState(north)).toContainText(/Offline, \d+ changes? only in this tab/);
    await typeAtBeginning(south, inMind);
    await expectSaved(south);
    // What was on its way when the server hung arrives, and nothing of what was typed without a network.
    const arrived = inMind + first + kept.slice(0, 10);
    await expect.poll(() => said(south, 'Question')).toBe(arrived);
    expect((await readClaim(south, claimId)).record.question).toBe(arrived);

    await north.context().setOffline(false);
    await expect(saveState(north)).toHaveAttribute('data-state', /^saved/, { timeout: comebackMs });
    // Read from the log at once: the indicator may not run ahead of it.
    expect((await readClaim(south, claimId)).record.question).toBe(inMind + first + kept);
    await expectTogether([north, south], inMind + first + kept);
  });
});

test('[P17] [P60] [P62] [P63] a server that dies in mid-sentence and comes back loses and doubles nothing', async ({
  browser,
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'countersign-web-'));
  let server: Countersign | undefined = await startCountersign({ dataDir, demo: true });
  const { port, origin: baseURL } = new URL(server.url);
  const [north, south] = [await browser.newContext({ baseURL }), await browser.newContext({ baseURL })];
  try {
    const [writer, lost] = [await north.newPage(), await south.newPage()];
    await signIn(writer, personOf(server, { party: 'Northern desk', role: 'checker' }));
    await signIn(lost, personOf(server, { party: 'Southern desk', role: 'checker' }));
    const { claimId, address } = await openClaim(writer, wording);
    for (const page of [writer, lost]) await page.goto(address);
    await typeAtEnd(writer, 'Question', first);
    await expectTogether([writer, lost], first);

    // The first letters are saved or on their way when it dies, the others are typed while there is no server.
    await typeAtEnd(writer, 'Question', inMind.slice(0, 10));
    // Both pages are told to read themselves again, from a server that is gone when they do.
    const appearance = { title: 'A notice at the quay', seenOn: '2026-03-02' };
    await done(await send(writer, `/api/v1/claims/${claimId}/appearances`, appearance));
    await server.kill9();
    server = undefined;
    await writer.keyboard.type(inMind.slice(10));
    await typeAtBeginning(lost, kept);
    for (const page of [writer, lost]) await expect(saveState(page)).toHaveAttribute('data-state', 'offline');

    // What no server ever had comes back with the next tab, or with two at once, and once.
    await closeAfterWarning(lost);
    server = await startCountersign({ dataDir, demo: true, port: Number(port) });
    await writer.keyboard.type('More.');
    const [other, second] = [await south.newPage(), await south.newPage()];
    await Promise.all([other.goto(address), second.goto(address)]);
    await expectTogether([writer, other, second], `${kept}${first}${inMind}More.`);
    expect((await readClaim(other, claimId)).record.question).toBe(`${kept}${first}${inMind}More.`);

    // What was called saved is there after the next death too, and what is left behind by one person is not sent by the next.
    // The browser forgot the session without anybody signing out, so the open page goes on until its connection ends.
    await north.clearCookies();
    const successor = await north.newPage();
    await signIn(successor, personOf(server, { party: 'Northern desk', role: 'moderator' }));
    await server.kill9();
    await writer.keyboard.type(unsent);
    server = await startCountersign({ dataDir, demo: true, port: Number(port) });
    await other.reload();
    await expectTogether([other], `${kept}${first}${inMind}More.`);
    await expect(writer.getByText('Another person has signed in in this browser')).toBeVisible({ timeout: comebackMs });
    await expect(writer.getByRole('region', { name: 'Your unsaved changes' }).getByRole('textbox')).toHaveValue(unsent);
    await expect(text(writer, 'Question')).not.toBeEditable();
    expect((await readClaim(other, claimId)).record.question).toBe(`${kept}${first}${inMind}More.`);
  } finally {
    await north.close();
    await south.close();
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});

function saveState(page: Page): Locator {
  return page.locator('[role=status][data-state]').first();
}

async function typeAtBeginning(page: Page, words: string): Promise<void> {
  await goToStart(text(page, 'Question'));
  await page.keyboard.type(words, { delay: 5 });
}

/** Every page says the same and calls it saved. A connection that was lost comes back within the provider's longest pause. */
async function expectTogether(pages: Page[], words: string): Promise<void> {
  for (const page of pages) {
    await expect.poll(() => said(page, 'Question'), { timeout: comebackMs }).toBe(words);
    await expectSaved(page);
  }
}
