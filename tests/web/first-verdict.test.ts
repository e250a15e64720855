import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { articleText, articleTitle } from '@/server/demo/article';
import { acceptSource, approve, attachSource, expectSaved, openNotes, openPanel, text, typeAtEnd } from './support/desk';
import { newDesk } from './support/new-desk';
import { seat } from './support/newcomers';
import { acceptQuestion, askForReply, done, freeze, readClaim, send } from './support/program';
import { type Countersign, startCountersign } from './support/server';
import { expect, test } from './support/test';

const picture = 'tests/vectors/files/picture.png';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const question = 'Did joint cyber exercises rise by 42 per cent in a year?';
const arabic = {
  'Neutral title (Arabic)': 'ارتفاع التمارين السيبرانية المشتركة',
  'Question (Arabic)': 'هل ارتفعت التمارين السيبرانية المشتركة بنسبة 42 في المئة في سنة؟',
  'Translation of the claim (Arabic)': 'ارتفعت المشاركة في التمارين السيبرانية المشتركة بنسبة 42 في المئة.',
  'Finding, in one sentence (Arabic)': 'لا وثيقة تقول ذلك.',
  'Analysis (Arabic)': 'قرأ المكتبان كل ما أمكن العثور عليه.',
};

let server: Countersign;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startCountersign({ demo: false });
});
test.afterAll(() => server?.stop());

// What tests/web/new-team.test.ts does through pages is done by requests here: from the empty folder to the day on which there is something to check.
test('a new team takes an article in, writes in two languages, with a file, notes and comments, and publishes its first verdict', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const waitsForNothing = { coolingOffHours: 0, replyWindowHours: 0, transparencyDays: 0, weakestProof: 'password' };
  const { people, reader, north, south, enter } = await newDesk(browser, server, waitsForNothing);

  const [checker, other] = await test.step('a checker in each, by invitation', async () => [
    await enter(await seat(reader, north, people.checker)),
    await enter(await seat(reader, south, people.later)),
  ]);

  const address = await test.step('an article becomes a claim', async () => {
    await checker.goto('/desk/claims/new?from=article');
    await checker.getByLabel('Text of the article').fill(articleText);
    await checker.getByLabel('Article, speech or channel').fill(articleTitle);
    await checker.getByRole('button', { name: 'Read the article' }).click();
    await checker.getByRole('checkbox', { name: /joint cyber exercises/ }).check();
    await checker.getByRole('button', { name: 'Submit as claims' }).click();
    await checker.getByRole('link', { name: /^Claim 1 · / }).click();
    await checker.getByRole('radio', { name: /^A statement of fact/ }).check();
    await checker.getByRole('button', { name: 'Open the claim' }).click();
    await expect(text(checker, 'Question')).toBeEditable();
    return new URL(checker.url()).pathname;
  });
  const claimId = address.split('/').at(-1) ?? '';

  await test.step('both write it, in English and in Arabic', async () => {
    await other.goto(address);
    await typeAtEnd(checker, 'Question', question);
    await typeAtEnd(checker, 'Neutral title', 'Joint cyber exercises rose by 42 per cent');
    await typeAtEnd(checker, 'Finding, in one sentence', 'No document says so.');
    await typeAtEnd(other, 'Analysis', 'Both desks read what there is, and none of it says what is claimed.');
    for (const page of [checker, other]) await expectSaved(page);
    await done(await send(checker, `/api/v1/claims/${claimId}/languages`, { language: 'ar' }));
    for (const page of [checker, other]) await page.reload();
    for (const page of [checker, other]) await page.getByRole('button', { name: /^Arabic/ }).click();
    for (const [name, words] of Object.entries(arabic)) await write(name.startsWith('Analysis') ? other : checker, name, words);
    await checker.getByRole('combobox', { name: 'Proposed rating' }).selectOption('not-accurate');
    for (const page of [checker, other]) await expectSaved(page);
  });

  await test.step('sources of both, one of them a file', async () => {
    await attachSource(checker, {
      ...{ title: 'A page of the report', publisher: 'Alliance of the valley', stance: 'Undermines', primacy: 'Primary' },
      file: picture,
    });
    await attachSource(other, {
      ...{ title: 'A speech at the talks', publisher: 'Radio of the valley', stance: 'Supports', primacy: 'Secondary' },
    });
    await acceptSource(other, 1);
    await acceptSource(checker, 2);
  });

  await test.step('notes for one’s own, a comment for all', async () => {
    await openPanel(checker, 'Comments');
    await checker.getByRole('button', { name: 'Comment on the claim' }).click();
    await checker.getByRole('radio', { name: 'All parties' }).check();
    await checker.getByRole('textbox', { name: 'Comment', exact: true }).fill('The report is of last year.');
    await checker.getByRole('button', { name: 'Send to all parties' }).click();
    await openPanel(other, 'Comments');
    await expect(other.getByText('The report is of last year.')).toBeVisible();
    await openNotes(checker, address);
    await typeAtEnd(checker, 'Notes', 'We keep this to ourselves.');
    await expectSaved(checker);
  });

  await test.step('both accept the question, a checker proposes, a moderator of each signs', async () => {
    for (const page of [checker, other]) await acceptQuestion(page, claimId);
    await askForReply(checker, claimId);
    await freeze(checker, claimId);
    await approve(north, address, 1);
    await expect(north.getByRole('button', { name: 'Sign the approval' })).toBeHidden();
    await approve(south, address, 1);
    await expect(south.getByText('This revision is published')).toBeVisible();
  });

  await test.step('everybody reads it, in both languages, and nothing that was not published', async () => {
    const { slug, sources } = await readClaim(checker, claimId);
    await reader.goto(`/verdicts/${slug}`);
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(question);
    const [file] = sources.filter(({ kind }: { kind: string }) => kind === 'file');
    const bytes = await (await reader.request.get(`/api/v1/sources/${file.id}/file`)).body();
    expect(sha256(bytes)).toBe(sha256(readFileSync(picture)));
    const english = await reader.content();
    await reader.goto(`/ar/verdicts/${slug}`);
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(arabic['Question (Arabic)']);
    for (const secret of ['We keep this to ourselves.', 'The report is of last year.'])
      expect(`${english}${await reader.content()}`).not.toContain(secret);
  });
});

async function write(page: Page, name: string, words: string): Promise<void> {
  const box = page.getByRole('textbox', { name, exact: true });
  await box.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
  await expect(box).toContainText(words);
}
