import type { Locator, Page } from '@playwright/test';
import { expectSaved, prepareRecord, said, text } from './support/desk';
import { freeze } from './support/program';
import { expect, personOf, test } from './support/test';

// Nothing here is clicked, filled or given the focus: every control is reached with Tab, as it is without a mouse.

const question = 'Was the ferry stopped for the whole winter?';
const title = 'The ferry in winter';

test('[C05] a checker signs in, opens a claim, writes it, attaches a source and accepts the question, with the keyboard alone', async ({
  openAs,
  demoServer,
}) => {
  const page = await openAs();
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByLabel(name, { exact: true });
  await signInByKeyboard(page, personOf(demoServer, { party: 'Northern desk', role: 'checker' }));

  await test.step('submits and opens a claim', async () => {
    await press(page, page.getByRole('link', { name: /^Claims/ }).first());
    await page.waitForURL('**/desk/claims');
    await press(page, link('New claim').first());
    await page.waitForURL('**/desk/claims/new');
    await press(page, button('Submit the claim'));
    // The refusal names what is missing, and the first of it has the focus.
    await expect(page.locator('form').getByRole('alert')).toContainText('The claim, word for word, Article, speech or channel');
    await expect(page.getByLabel('The claim, word for word')).toBeFocused();
    await type(page, page.getByLabel('The claim, word for word'), 'The ferry did not run for the whole winter.');
    await type(page, page.getByLabel('Article, speech or channel'), 'A notice at the pier');
    await type(page, page.getByLabel('Seen on'), '03032026');
    await expect(page.getByLabel('Seen on')).toHaveValue('2026-03-03');
    await press(page, button('Submit the claim'));
    await page.waitForURL(/\/desk\/claims\/[0-9a-f-]{36}$/);
    await choose(page, page.getByRole('radio', { name: /^A statement of fact/ }));
    await press(page, button('Open the claim'));
    await expect(text(page, 'Question')).toBeEditable();
  });

  await test.step('finds the first field of a dialog under the caret, not the button that closes it', async () => {
    await press(page, button('Add where it appeared').first());
    await expect(page.getByRole('dialog').getByLabel('Article, speech or channel')).toBeFocused();
    await page.keyboard.press('Escape');
  });

  await test.step('types the question and the title', async () => {
    await type(page, text(page, 'Question'), question);
    await type(page, text(page, 'Neutral title'), title);
    expect(await said(page, 'Question')).toBe(question);
    expect(await said(page, 'Neutral title')).toBe(title);
    await expectSaved(page);
  });

  await test.step('goes on behind what a redo brought back', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => said(page, 'Neutral title')).not.toBe(title);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect.poll(() => said(page, 'Neutral title')).toBe(title);
    await page.keyboard.type('!');
    expect(await said(page, 'Neutral title')).toBe(`${title}!`);
    await page.keyboard.press('Backspace');
  });

  await test.step('leaves the menu of citations for the text', async () => {
    await tabTo(page, page.getByRole('toolbar').getByRole('button'));
    await page.keyboard.press('End');
    await expect(button('Cite a source')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(text(page, 'Analysis')).toBeFocused();
  });

  await test.step('attaches a source', async () => {
    await arrowTo(page, page.getByRole('tab', { name: /^Sources/ }), page.getByRole('tab'), 'ArrowLeft', 'aria-selected');
    await press(page, button('Attach a source'));
    await choose(page, page.getByRole('radio', { name: /reference/i }));
    await type(page, field('Title'), 'Timetable of the ferry');
    await select(page, field('Publisher'), 'A publisher that is not in the list');
    await type(page, page.getByLabel('Name of the publisher'), 'The harbour office');
    await select(page, page.getByLabel('Stands with'), 'No party');
    await type(page, field('What it says'), 'There was no service from November to April.');
    await choose(page, page.getByRole('radio', { name: /^Supports/ }));
    await choose(page, page.getByRole('radio', { name: /^primary/i }));
    await select(page, page.getByLabel('Interest of the source'), undefined);
    await press(page, button('Attach the source'));
    await expect(page.getByRole('heading', { name: 'Timetable of the ferry' })).toBeVisible();
  });

  await test.step('accepts the question', async () => {
    await press(page, button('Accept this question'));
    await expect(page.getByText('Northern desk accepts')).toBeVisible();
  });
});

test('[C21] a moderator reads a revision and signs it, with the keyboard alone', async ({ openAs, demoServer }) => {
  const checker = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker' }));
  const other = await openAs(personOf(demoServer, { party: 'Southern desk', role: 'checker' }));
  const { claimId, address } = await prepareRecord({ checker, other, analyst: other }, 'The ferry was repaired in May.');
  await freeze(checker, claimId);

  const page = await openAs();
  await signInByKeyboard(page, personOf(demoServer, { party: 'Southern desk', role: 'moderator' }));
  await press(page, page.getByRole('link', { name: /^Review and sign/ }).first());
  await page.waitForURL('**/desk/review');
  await press(page, page.locator(`a[href^="${address}/revisions/1"]`).first());
  await page.waitForURL(`**${address}/revisions/1`);
  await press(page, page.getByRole('link', { name: 'Raw bytes' }));
  await expect(page.getByText('"claimText"', { exact: false }).first()).toBeVisible();
  await choose(page, page.getByRole('radio', { name: 'No conflict of interest' }));
  await objectAndTakeItBack(page);
  await choose(page, page.getByRole('radio', { name: 'No conflict of interest' }));
  await choose(page, page.getByRole('radio', { name: /^Approve\b(?! with)/ }));
  await press(page, page.getByRole('button', { name: 'Sign the approval' }));
  const shown = page.getByRole('dialog', { name: 'What you sign' });
  await press(page, shown.getByRole('button', { name: 'Sign the approval' }));
  await expect(page.getByText(/^Southern desk approved this revision on /)).toBeVisible();
  await expect(page.getByText('Northern desk has not approved yet.')).toBeVisible();
  await expect(page.getByText('You cannot sign this revision')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Sign the approval' })).toBeHidden();
});

async function objectAndTakeItBack(page: Page): Promise<void> {
  const why = 'The yard that repaired the ferry has not answered yet.';
  await choose(page, page.getByRole('radio', { name: /^Object\b/ }));
  await choose(page, page.getByRole('radio', { name: /^Evidence on its way/ }));
  await type(page, page.getByLabel('Reason', { exact: true }), why);
  await select(page, page.getByLabel('Rests on'), undefined);
  await press(page, page.getByRole('button', { name: 'Sign the objection' }));
  const shown = page.getByRole('dialog', { name: 'What you sign' });
  await press(page, shown.getByRole('button', { name: 'Sign the objection' }));
  await expect(page.getByText(/^Southern desk objected to this revision on /)).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Withdraw my signature' }));
  const taking = page.getByRole('dialog', { name: 'Withdraw my signature' });
  await type(page, taking.getByLabel('Reason'), 'The yard answered, and nothing changes.');
  await press(page, taking.getByRole('button', { name: 'Withdraw the signature' }));
  await expect(taking).toBeHidden();
  await expect(page.locator('#signing')).toBeFocused();
}

async function signInByKeyboard(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await type(page, page.getByLabel('E-mail'), person.email);
  await type(page, page.getByLabel('Password'), person.password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/desk');
}

/** More stops than the longest page of the job has. */
const mostStops = 150;

/** Presses Tab until a control has the focus; the focus is seen at every stop on the way. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  // What only a script serves is disabled until the script is there.
  await expect(target.first()).toBeEnabled();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await hasFocus(target)) return expectFocusVisible(page);
    await page.keyboard.press(key);
    await expectFocusVisible(page);
  }
  throw new Error(`${mostStops} times ${key} did not reach ${target}.`);
}

/** Whether one of the elements that a locator names has the focus. */
function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function type(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(words, { delay: 5 });
}

/** Reaches one of a group that has a single stop, and goes on with an arrow key until the wanted one is chosen. */
async function arrowTo(page: Page, target: Locator, group: Locator, key: string, chosenBy: string): Promise<void> {
  await tabTo(page, group);
  const most = await group.count();
  for (let step = 0; step < most && (await target.getAttribute(chosenBy)) !== 'true'; step += 1) await page.keyboard.press(key);
  await expect(target).toHaveAttribute(chosenBy, 'true');
  await expectFocusVisible(page);
}

async function choose(page: Page, radio: Locator): Promise<void> {
  const name = await radio.getAttribute('name');
  const group = page.locator(`input[type=radio][name="${name}"]`);
  await tabTo(page, group);
  await page.keyboard.press('Space');
  const most = await group.count();
  for (let step = 0; step < most && !(await radio.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
  await expect(radio).toBeChecked();
}

/** Goes down a list of choices to a label, or to the first one that says anything. */
async function select(page: Page, list: Locator, label: string | undefined): Promise<void> {
  await tabTo(page, list);
  const most = await list.locator('option').count();
  const chosen = () =>
    list.evaluate((element) => (element instanceof HTMLSelectElement ? element.selectedOptions[0]?.label : ''));
  await page.keyboard.press('ArrowDown');
  for (let step = 0; step < most && label !== undefined && (await chosen()) !== label; step += 1)
    await page.keyboard.press('ArrowDown');
  if (label !== undefined) expect(await chosen()).toBe(label);
}

/** What has the focus is on the screen, not hidden under anything, and it or what it stands in is marked. */
async function expectFocusVisible(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(whyFocusIsUnseen), { message: 'the focus can be seen' }).toBe('');
}

/** Runs in the page. The browser's own bars and the end of the page have no element. */
function whyFocusIsUnseen(): string {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return '';
  // The calendar of a date field is a stop of its own inside it, which the browser marks itself and shows to nobody.
  if (focused.matches('input[type="date"]:not(:focus-visible)')) return '';
  const what = `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.getAttribute('name') ?? focused.textContent?.slice(0, 40)}`;
  const { width, height, top, bottom, left, right } = focused.getBoundingClientRect();
  if (width * height < 16) return `${what} has no size`;
  if (bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth) return `${what} is off the screen`;
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'var(--accent)';
  const accent = getComputedStyle(probe).color;
  probe.remove();
  const isMarked = (element: Element | null, levels: number): boolean => {
    if (element === null || levels === 0) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    return isOutlined || boxShadow.includes(accent) || isMarked(element.parentElement, levels - 1);
  };
  return isMarked(focused, 4) ? '' : `${what} is not marked`;
}
