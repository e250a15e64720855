import type { Page } from '@playwright/test';
import { expectSaved, openPanel, prepareRecord } from './support/desk';
import { approveAsProgram, done, freeze, readClaim } from './support/program';
import { expect, expectAccessible, personOf, test } from './support/test';

const wording = 'The bridge was open to both sides in May.';
const arabic = {
  'Neutral title (Arabic)': 'فتح الجسر أمام الجانبين في أيار',
  'Question (Arabic)': 'هل فُتح الجسر أمام الجانبين في أيار؟',
  'Translation of the claim (Arabic)': 'كان الجسر مفتوحًا أمام الجانبين في أيار.',
  'Finding, in one sentence (Arabic)': 'لا وثيقة تقول ذلك.',
  'Analysis (Arabic)': 'قرأ المكتبان كل وثيقة أمكن العثور عليها، ولا واحدة منها تقول ما يُدّعى.',
} as const;
type Text = keyof typeof arabic;

test('[LG1] [LG2] [LG6] two parties write a record in two languages, and it is read in both', async ({ openAs, demoServer }) => {
  test.setTimeout(240_000);
  const person = (party: string, role: string) => personOf(demoServer, { party, role });
  const north = await openAs(person('Northern desk', 'checker'));
  const south = await openAs(person('Southern desk', 'checker'));
  const { claimId, address } = await prepareRecord({ checker: north, other: south, analyst: south }, wording);

  await test.step('a language is added, and everybody sees what it lacks', async () => {
    await north.getByRole('button', { name: 'Add a language' }).click();
    await north.getByRole('dialog').getByLabel('Another language').selectOption('ar');
    await north.getByRole('button', { name: 'Add it' }).click();
    await expect(box(north, 'Neutral title (Arabic)')).toBeEditable();
    await expect(north.getByRole('textbox', { name: 'Neutral title (English)' })).toBeVisible();
    await openPanel(south, 'Charter');
    await expect(south.getByText('The analysis is not written in Arabic.', { exact: false })).toBeVisible();
    await expect(south.getByRole('button', { name: /^Arabic/ })).toContainText('5 missing');
    await expectAccessible(north);
  });

  await test.step('both write in it at once, and see where the other is', async () => {
    await south.getByRole('button', { name: /^Arabic/ }).press('Enter');
    for (const name of ['Neutral title (Arabic)', 'Question (Arabic)'] as const) await write(north, name);
    for (const name of ['Translation of the claim (Arabic)', 'Finding, in one sentence (Arabic)', 'Analysis (Arabic)'] as const)
      await write(south, name);
    for (const page of [north, south]) {
      for (const name of Object.keys(arabic) as Text[]) await expect(box(page, name)).toContainText(arabic[name]);
      await expectSaved(page);
    }
    await expect(box(south, 'Question (Arabic)')).toHaveAttribute('lang', 'ar');
    await expect(
      south.getByTitle(`Here now: ${person('Northern desk', 'checker').name} (Northern desk), in Arabic`),
    ).toBeVisible();
    await openPanel(south, 'Charter');
    await expect(south.getByText('Everything is written in Arabic')).toBeVisible();
    await north.reload();
    await expect(box(north, 'Analysis (Arabic)')).toContainText(arabic['Analysis (Arabic)']);
  });

  const slug = await test.step('one revision holds both, and both parties sign it', async () => {
    await expect.poll(async () => (await readClaim(north, claimId)).languages).toEqual(['en', 'ar']);
    const revision = await freeze(north, claimId);
    for (const party of ['Northern desk', 'Southern desk']) await done(await approveAsProgram(await openAsOf(party), revision));
    return (await readClaim(north, claimId)).slug as string;
  });

  await test.step('a reader has it in each language, with the claim as it was said', async () => {
    const reader = await openAs(undefined, { javaScriptEnabled: false });
    await reader.goto(`/verdicts/${slug}`);
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(`Is it so? ${wording}`);
    await expect(reader.locator('link[rel="alternate"][hreflang="ar"]')).toHaveAttribute(
      'href',
      new RegExp(`/ar/verdicts/${slug}$`),
    );
    await reader.getByRole('link', { name: 'العربية' }).last().click();
    await expect(reader).toHaveURL(new RegExp(`/ar/verdicts/${slug}$`));
    const title = reader.getByRole('heading', { level: 1 });
    await expect(title).toHaveText(arabic['Question (Arabic)']);
    await expect(title).toHaveAttribute('lang', 'ar');
    await expect(title).toHaveAttribute('dir', 'rtl');
    await expect(reader.locator('blockquote.claim')).toHaveText(wording);
    await expect(reader.getByText(arabic['Translation of the claim (Arabic)'])).toBeVisible();
    const markup = JSON.parse(await reader.locator('script[type="application/ld+json"]').innerText());
    expect(markup).toMatchObject({ inLanguage: 'ar', claimReviewed: arabic['Neutral title (Arabic)'] });
    await reader.goto(`/ar/search?q=${encodeURIComponent('أمكن العثور')}`);
    await expect(reader.getByRole('link', { name: arabic['Question (Arabic)'] }).first()).toBeVisible();
    const record = await (await reader.request.get(`/verdicts/${slug}/revisions/1/record.json`)).json();
    expect(Object.keys(record.texts)).toEqual(['ar', 'en']);
    const sitemap = await (await reader.request.get('/sitemap.xml')).text();
    expect(sitemap).toContain(`/ar/verdicts/${slug}"`);
  });

  /** A moderator of a party, at the record. */
  async function openAsOf(party: string): Promise<Page> {
    const page = await openAs(person(party, 'moderator'));
    await page.goto(address);
    return page;
  }
});

function box(page: Page, name: Text) {
  return page.getByRole('textbox', { name, exact: true });
}

async function write(page: Page, name: Text): Promise<void> {
  await box(page, name).click();
  await page.keyboard.type(arabic[name]);
  await expect(box(page, name)).toContainText(arabic[name]);
}
