import type { Page } from '@playwright/test';
import { expectSaved, prepareRecord, typeAtEnd } from './support/desk';
import { newDesk } from './support/new-desk';
import { expectFits, seat } from './support/newcomers';
import { done, freeze, readClaim, send } from './support/program';
import { type Countersign, startCountersign } from './support/server';
import { expect, expectAccessible, test } from './support/test';

const wording = 'The bridge was open to both sides in May.';
const finding = 'No document says so.';
const ratingWord = 'Not accurate';
const within = 'Two of the documents were written before the bridge was built, and the finding counts them.';
const against = 'Nobody has looked at the log of the bridge itself, so we cannot say that no document speaks of it.';

/** Nothing waits: the only round is the last, and a deadlock is published as soon as each party has spoken. */
const parameters = {
  ...{ maxRounds: 1, mediationHours: 0, coolingOffHours: 0, replyWindowHours: 0, transparencyDays: 0 },
  ...{ ownWorkSharePercent: 100, weakestProof: 'password' },
};

let server: Countersign;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startCountersign({ demo: false });
});
test.afterAll(() => server?.stop());

test('[C27] [C28] [O1] [O2] [O4] [O6] a dissent and then a split are played from the freeze to the public page, and read without JavaScript', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { people, reader, north, south, open, enter } = await newDesk(browser, server, parameters);
  const checker = await enter(await seat(reader, north, people.checker));
  const second = await enter(await seat(reader, south, people.later, 'moderator'));
  await done(await send(second, '/api/v1/me/interests', {}));
  const { claimId } = await prepareRecord({ checker, other: second, analyst: second }, wording);

  const slug = await test.step('both parties approve, and a moderator of one dissents', async () => {
    const revision = await freeze(checker, claimId);
    await take(second, revision, { decision: 'dissent', reason: within, cites: 'E2' });
    await take(south, revision, { decision: 'approve' });
    await take(north, revision, { decision: 'approve' });
    return (await readClaim(north, claimId)).slug as string;
  });

  await test.step('the dissent stands beside the finding, in its type, above the fold', async () => {
    await reader.goto(`/verdicts/${slug}`);
    const says = reader.locator('.says p.one');
    const dissent = reader.getByText(within).first();
    await expect(says).toHaveText(finding);
    await expect(reader.getByRole('heading', { name: /^A moderator of Southern desk dissents/ })).toBeVisible();
    for (const words of [says, dissent]) await expect(words).toBeInViewport();
    const type = (element: Element) => {
      const { fontSize, fontFamily, fontWeight, lineHeight } = getComputedStyle(element);
      return { fontSize, fontFamily, fontWeight, lineHeight };
    };
    expect(await dissent.evaluate(type)).toEqual(await says.evaluate(type));
    await expectFits(reader);
  });

  await test.step('the next revision splits them', async () => {
    await typeAtEnd(checker, 'Summary', 'Two of the documents are older than the bridge that they are said to speak of.');
    await expectSaved(checker);
    const revision = await freeze(checker, claimId);
    await take(north, revision, { decision: 'approve-with-statement', reason: 'We stand by the finding as it is.' });
    await take(south, revision, { decision: 'dissent', reason: against, cites: 'C07' });
  });

  await test.step('each position has the same room and no rating is anywhere but in the signed bytes', async () => {
    await reader.goto(`/verdicts/${slug}`);
    await expect(reader.getByText('The parties hold different positions')).toBeVisible();
    const columns = reader.locator('.pos article');
    await expect(columns).toHaveText([
      new RegExp(`Northern desk.*Approves the finding as proposed.*${finding}.*We stand by the finding as it is`, 's'),
      new RegExp(`Southern desk.*Dissents from the finding as proposed.*${against}`, 's'),
    ]);
    const boxes = await columns.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().width)));
    expect(boxes[0]).toBe(boxes[1]);
    await expectFits(reader);
    expect(await reader.getByText(finding).count()).toBe(1);
    for (const path of ['', '/revisions/2', '/revisions/2/changes']) {
      const html = await (await reader.request.get(`/verdicts/${slug}${path}`)).text();
      // The changes name the rating of the revision before as taken away.
      if (path !== '/revisions/2/changes') expect(html).not.toContain(ratingWord);
      expect(html.replaceAll(/<del.*?<\/del>/gs, '')).not.toMatch(/ratingValue|bestRating/);
    }
    for (const path of ['/', '/search', '/search?outcome=split', '/api/v1/verdicts', '/sitemap.xml']) {
      const body = await (await reader.request.get(path)).text();
      expect(body, path).toContain(slug);
      for (const closed of [ratingWord, finding, '"not-accurate"']) expect(body, path).not.toContain(closed);
    }
    const bytes = await (await reader.request.get(`/verdicts/${slug}/revisions/2/record.json`)).text();
    expect(bytes).toContain('"rating":"not-accurate"');
  });

  await test.step('the earlier one keeps its outcome at its own address, and ClaimReview says the outcome alone', async () => {
    const markup = JSON.parse((await reader.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(markup.reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'Split',
      ratingExplanation: expect.stringContaining('Every signing party took a position'),
    });
    await expect(reader.locator('meta[property="og:description"]')).toHaveAttribute('content', /^Split\. /);
    await reader.goto(`/verdicts/${slug}/revisions/1`);
    await expect(reader.locator('div.says')).toContainText('Joint, with dissent');
    await expect(reader.locator('div.says')).toContainText(ratingWord);
    const sighted = await open();
    await sighted.goto(`/verdicts/${slug}`);
    await expectAccessible(sighted);
  });
});

type Position = { decision: string; reason?: string; cites?: string };

/** A position in both steps, as a program takes it. */
async function take(page: Page, revision: { id: string; sha256: string }, position: Position): Promise<void> {
  const { sha256: charterSha256 } = await done(await page.request.get('/api/v1/charter'));
  const said = { conflict: 'none', recordSha256: revision.sha256, charterSha256, ...position };
  const { nonce } = await done(await send(page, `/api/v1/revisions/${revision.id}/nonce`, said));
  await done(await send(page, `/api/v1/revisions/${revision.id}/sign-offs`, { nonce, proof: { kind: 'password' } }));
}
