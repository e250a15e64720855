import { expect, type Locator, type Page } from '@playwright/test';
import { acceptQuestion, askForReply, attachAccepted, openClaim, readClaim } from './program';

/** What people do at the desk, by the words they see. Only what the page shows is used: no test ids, no classes. */
export async function submitAndOpenClaim(page: Page, wording: string): Promise<string> {
  await page.goto('/desk/claims/new');
  await page.getByLabel('The claim, word for word').fill(wording);
  await page.getByLabel('Article, speech or channel').fill('A speech at the talks');
  await page.getByLabel('Seen on').fill('2026-03-02');
  await page.getByRole('button', { name: 'Submit the claim' }).click();
  await page.waitForURL(/\/desk\/claims\/[0-9a-f-]{36}$/);
  await page.getByRole('radio', { name: /^A statement of fact/ }).check();
  await page.getByRole('button', { name: 'Open the claim' }).click();
  await expect(text(page, 'Question')).toBeEditable();
  return new URL(page.url()).pathname;
}

/** A text of the record, once it can be typed into. */
export function text(
  page: Page,
  name: 'Claim' | 'Question' | 'Neutral title' | 'Finding, in one sentence' | 'Summary' | 'Context' | 'Analysis' | 'Notes',
): Locator {
  return page.getByRole('textbox', { name, exact: true });
}

/** What a text says, without the names that stand at other people's carets. */
export function said(page: Page, name: Parameters<typeof text>[1]): Promise<string> {
  return text(page, name).evaluate((box) => {
    const copy = box.cloneNode(true);
    if (copy instanceof Element) for (const caret of copy.querySelectorAll('[class*="collaboration-caret"]')) caret.remove();
    return (copy.textContent ?? '').replaceAll(/[\u2060\ufeff]/g, '');
  });
}

/** Types at the end of a text as a person does, key by key. */
export async function typeAtEnd(page: Page, name: Parameters<typeof text>[1], words: string): Promise<void> {
  await goToEnd(text(page, name));
  await page.keyboard.type(words, { delay: 5 });
}

/**
 * Goes to the end of a text, and is there. An editor that has just got the focus puts its own caret back 20 ms later, and so does a letter of somebody else
 * that arrives before the browser has told of the move; a person would press the key again.
 */
export async function goToEnd(box: Locator): Promise<void> {
  await goTo(box, 'Control+End', 'behind');
}

/** The same with the beginning. */
export async function goToStart(box: Locator): Promise<void> {
  await goTo(box, 'Control+Home', 'before');
}

type Side = 'before' | 'behind';

async function goTo(box: Locator, key: string, side: Side): Promise<void> {
  await expect(box).toBeEditable();
  await expect(async () => {
    await box.press(key);
    expect(await box.evaluate(textBeside, side)).toBe('');
  }).toPass({ intervals: [50] });
}

/** Runs in the page, once the editor has settled. */
async function textBeside(box: HTMLElement | SVGElement, side: Side): Promise<string | undefined> {
  await new Promise((settled) => setTimeout(settled, 25));
  const selection = getSelection();
  if (!selection?.focusNode || !box.contains(selection.focusNode)) return undefined;
  const range = document.createRange();
  range.selectNodeContents(box);
  if (side === 'behind') range.setStart(selection.focusNode, selection.focusOffset);
  else range.setEnd(selection.focusNode, selection.focusOffset);
  const rest = range.cloneContents();
  for (const caret of rest.querySelectorAll('[class*="collaboration-caret"]')) caret.remove();
  return (rest.textContent ?? '').replaceAll(/[\u2060\ufeff]/g, '');
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[role=status][data-state]').first()).toHaveAttribute('data-state', /^saved/);
}

/** Closes a tab as a person does who has read that something in it is not saved (P61). */
export async function closeAfterWarning(page: Page): Promise<void> {
  const [warning, closed] = [page.waitForEvent('dialog'), page.waitForEvent('close')];
  await page.close({ runBeforeUnload: true });
  const dialog = await warning;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await closed;
}

export type NewSource = {
  title: string;
  publisher: string;
  owner?: string;
  stance: 'Supports' | 'Undermines';
  primacy: 'Primary' | 'Secondary';
  /** The path of a file that it is; without one it is a document that is named. */
  file?: string;
};

export async function attachSource(page: Page, source: NewSource): Promise<void> {
  await openPanel(page, 'Sources');
  await page.getByRole('button', { name: 'Attach a source' }).click();
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Attach the source' }) });
  if (source.file === undefined) await form.getByRole('radio', { name: /reference/i }).check();
  else {
    await form.getByRole('radio', { name: 'file' }).check();
    await form.getByLabel('The file').setInputFiles(source.file);
    await expect(form.getByText(/^Stored: /)).toBeVisible();
  }
  await form.getByLabel('Title').fill(source.title);
  await form.getByLabel('Publisher', { exact: true }).selectOption({ label: 'A publisher that is not in the list' });
  await form.getByLabel('Name of the publisher').fill(source.publisher);
  if (source.owner !== undefined) await form.getByLabel('Owner', { exact: false }).first().fill(source.owner);
  await form.getByLabel('Stands with').selectOption({ label: 'No party' });
  await form.getByLabel('What it says').fill('States what the record rests on.');
  await form.getByRole('radio', { name: new RegExp(source.stance) }).check();
  await form.getByRole('radio', { name: source.primacy, exact: false }).check();
  await form.getByLabel('Interest of the source').selectOption({ index: 1 });
  await form.getByRole('button', { name: 'Attach the source' }).click();
  await expect(page.getByRole('heading', { name: source.title })).toBeVisible();
}

export async function openPanel(page: Page, name: 'Sources' | 'Charter' | 'Comments' | 'Notes' | 'History'): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
}

export async function acceptSource(page: Page, number: number): Promise<void> {
  await openPanel(page, 'Sources');
  await page.getByRole('button', { name: `Accept E${number}` }).click();
  await expect(page.getByRole('button', { name: `Accept E${number}` })).toBeHidden();
}

/** Previews, reads that nothing is unmet, and proposes. Answers the address of the revision. */
export async function propose(page: Page, number: number): Promise<void> {
  await page
    .getByRole('button', { name: `Preview revision ${number}` })
    .first()
    .click();
  await page.getByRole('button', { name: `Propose revision ${number} for signing` }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

export async function approve(page: Page, claim: string, number: number): Promise<void> {
  await page.goto(`${claim}/revisions/${number}`);
  await page.getByRole('radio', { name: 'Approve', exact: true }).check();
  await page.getByRole('radio', { name: 'No conflict of interest' }).check();
  await signShown(page, /^Sign (the approval|and publish)$/);
}

/** Has the statement shown and signs what is shown. */
export async function signShown(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog', { name: 'What you sign' });
  await dialog.getByRole('button', { name }).click();
  await expect(dialog).toBeHidden();
}

/** The private notes of the person's own party, beside the record. */
export async function openNotes(page: Page, claim: string): Promise<void> {
  await page.goto(`${claim}?panel=notes`);
  await expect(text(page, 'Notes')).toBeEditable();
}

type Writers = { checker: Page; other: Page; analyst: Page };

/**
 * A record that can be frozen: written through the page by a checker and an analyst, since who wrote it is counted, and the rest through the API. The
 * parties of `checker` and `other` accept each other's sources and the question; fewer `stances` leave it unfinished.
 */
export async function prepareRecord(
  { checker, other, analyst }: Writers,
  wording: string,
  stances: ('supports' | 'undermines')[] = ['undermines', 'supports'],
): Promise<{ claimId: string; address: string }> {
  const claim = await openClaim(checker, wording);
  const { claimId, address } = claim;
  const question = `Is it so? ${wording}`;
  await checker.goto(address);
  await typeAtEnd(checker, 'Question', question);
  await typeAtEnd(checker, 'Neutral title', wording);
  await typeAtEnd(checker, 'Finding, in one sentence', 'No document says so.');
  await checker.getByRole('combobox', { name: 'Proposed rating' }).selectOption('not-accurate');
  await analyst.goto(address);
  await typeAtEnd(
    analyst,
    'Analysis',
    'Both desks read every document that they could find, and none of them says what is claimed.',
  );
  for (const page of [checker, analyst]) await expectSaved(page);
  for (const stance of stances) {
    const [by, accepter] = stance === 'undermines' ? [checker, other] : [other, checker];
    await attachAccepted(by, accepter, claimId, { stance, primacy: stance === 'undermines' ? 'primary' : 'secondary' });
  }
  await expect.poll(async () => (await readClaim(checker, claimId)).record.question).toBe(question);
  for (const page of [checker, other]) await acceptQuestion(page, claimId);
  await askForReply(checker, claimId);
  return claim;
}
