import type { Page } from '@playwright/test';
import { prepareRecord } from './support/desk';
import {
  approveAsProgram,
  beginAsProgram,
  done,
  expectRefused,
  freeze,
  nonceFor,
  preview,
  readClaim,
  send,
} from './support/program';
import { expect, personOf, test } from './support/test';

const wording = 'The bridge over the river was opened on the first of May.';

test('[C07] a record with one source is not frozen, and the page does not offer it', async ({ openAs, demoServer }) => {
  const checker = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker' }));
  const other = await openAs(personOf(demoServer, { party: 'Southern desk', role: 'checker' }));
  const { claimId, address } = await prepareRecord({ checker, other, analyst: other }, wording, ['undermines']);

  const { seq, sha256: digest } = await preview(checker, claimId);
  const response = await send(checker, `/api/v1/claims/${claimId}/revisions`, { seq, digest });
  expect((await response.json()).error.clauses.split(', ')).toContain('C07');
  await expectRefused(response, 422, 'charter-unmet');

  await checker.goto(address);
  await checker.getByRole('button', { name: 'Preview revision 1' }).first().click();
  await expect(checker.getByRole('dialog')).toContainText('The charter still asks for something');
  await expect(checker.getByRole('button', { name: /^Propose revision/ })).toHaveCount(0);
  expect((await readClaim(checker, claimId)).revisions).toEqual([]);
});

test('[C20] [C21] [C22] [C23] a revision is signed once by a moderator of each desk who did not write it, on its own bytes', async ({
  openAs,
  demoServer,
}) => {
  const person = (party: string, role: string, nth = 0) => openAs(personOf(demoServer, { party, role, nth }));
  const checker = await person('Northern desk', 'checker');
  const proposer = await person('Northern desk', 'moderator');
  const signer = await person('Northern desk', 'moderator', 1);
  const analyst = await person('Southern desk', 'moderator');
  const awaited = await person('Southern desk', 'moderator', 1);
  const mediator = await person('Observer mission', 'moderator');
  const reader = await openAs();
  await reader.goto('/');

  const { claimId, address } = await prepareRecord({ checker, other: awaited, analyst }, wording);
  const revision = await freeze(proposer, claimId);

  await test.step('[H6] the page offers the proposer and an author nothing to sign and says why, and no list sends them there', async () => {
    for (const [page, why] of [
      [proposer, 'You proposed this revision'],
      [analyst, /^You wrote [\d.]+ % of this text, 10 % at most$/],
    ] as const) {
      await page.goto('/desk');
      await expect(page.locator(`main a[href="${address}/revisions/1"]`)).toHaveCount(0);
      await page.goto(`${address}/revisions/1`);
      const notice = page.locator('.notice', { hasText: 'You cannot sign this revision' });
      await expect(notice.getByText(why)).toBeVisible();
      await expect(notice).toContainText('Another moderator of your party can sign.');
      await expect(page.getByRole('button', { name: /^Sign the/ })).toHaveCount(0);
    }
  });
  await test.step('[C20] who proposed it, or wrote more than a tenth of it, does not sign it', async () => {
    await expectRefused(await approveAsProgram(proposer, revision), 422, 'own-proposal', 'C20');
    await expectRefused(await approveAsProgram(analyst, revision), 422, 'own-work', 'C20');
  });
  await test.step('[A6] [A11] who does not sit as a moderator of a signing party does not sign', async () => {
    const spare = 'a'.repeat(64);
    await expectRefused(await approveAsProgram(checker, revision, { nonce: spare }), 403, 'not-allowed');
    await expectRefused(await beginAsProgram(checker, revision), 403, 'not-allowed');
    // A moderator of an observing party is asked by the charters that name it as signing (A11): this one does not.
    await expectRefused(await beginAsProgram(mediator, revision), 422, 'party-not-of-charter', 'C21');
    await expectRefused(await approveAsProgram(mediator, revision, { nonce: spare }), 422, 'nonce-spent');
  });
  await test.step('[C22] a wrong password proves nothing', async () => {
    await expectRefused(
      await send(signer, '/api/v1/session/confirm', { password: 'not the password' }),
      401,
      'wrong-credentials',
    );
  });
  await test.step('[C23] another digest is not what was read', async () => {
    const response = await beginAsProgram(signer, revision, 'b'.repeat(64));
    await expectRefused(response, 422, 'not-these-bytes', 'C23');
  });
  await test.step('[C19] who says that they have a conflict of interest signs nothing but their standing aside', async () => {
    const conflict = { conflict: 'declared' };
    await expectRefused(await beginAsProgram(signer, revision, undefined, conflict), 422, 'conflict-declared', 'C19');
    const reason = 'The publisher of the second source is my former employer.';
    const aside = { ...conflict, decision: 'recuse', reason, cites: 'C19' };
    expect((await beginAsProgram(signer, revision, undefined, aside)).ok()).toBe(true);
  });
  await test.step('[C25] [C26] [C28] a position without a reason, with too many words or without a ground is none', async () => {
    const reason = 'The finding leaves out the week of reduced violence.';
    for (const [said, code, clause] of [
      [{ decision: 'dissent', reason: 'No.', cites: 'C10' }, 'reason-short', 'C26'],
      [{ decision: 'abstain', reason }, 'reason-cites-nothing', 'C26'],
      [{ decision: 'object', reason, cites: 'C10' }, 'ground-missing', 'C26'],
      [{ decision: 'dissent', reason: 'truce '.repeat(301), cites: 'C10' }, 'words-many', 'C28'],
    ] as const)
      await expectRefused(await beginAsProgram(signer, revision, undefined, said), 422, code, clause);
  });
  await test.step('[R7] a nonce counts for the person and the revision that it was made for, and one time', async () => {
    const foreign = await nonceFor(awaited, revision);
    await expectRefused(await approveAsProgram(signer, revision, { nonce: foreign }), 422, 'nonce-spent');
    await expectRefused(await approveAsProgram(signer, revision, { nonce: 'c'.repeat(64) }), 422, 'nonce-spent');
  });
  await test.step('a page of another origin, or of none, signs nothing', async () => {
    const nonce = await nonceFor(signer, revision);
    for (const headers of foreignPages)
      await expectRefused(await approveAsProgram(signer, revision, { nonce }, headers), 403, 'wrong-origin');
  });
  await expectUnsigned(proposer, reader, claimId);

  await test.step('[C22] one person signs once, with the same nonce and with a new one', async () => {
    const nonce = await nonceFor(signer, revision);
    expect(await done(await approveAsProgram(signer, revision, { nonce }))).toMatchObject({ state: 'signing' });
    await expectRefused(await approveAsProgram(signer, revision, { nonce }), 409, 'already-signed', 'C22');
    await expectRefused(await approveAsProgram(signer, revision), 409, 'already-signed', 'C22');
    // Nor does somebody else sign with it for the party that is missing.
    await expectRefused(await approveAsProgram(awaited, revision, { nonce }), 422, 'nonce-spent');
  });
  await test.step('[C21] with one party missing it stays in signing, and no route publishes it', async () => {
    await expectUnsigned(proposer, reader, claimId);
    await expectRefused(await freezeAgain(checker, claimId), 409, 'revision-in-signing');
  });
  await test.step('[L2] what is no longer open is not signed', async () => {
    const nonce = await nonceFor(awaited, revision);
    const reason = 'The figures have to be read once more.';
    await expectRefused(await send(awaited, `/api/v1/revisions/${revision.id}/withdrawal`, { reason }), 403, 'not-your-proposal');
    await done(await send(checker, `/api/v1/revisions/${revision.id}/withdrawal`, { reason }));
    await expectRefused(await approveAsProgram(awaited, revision, { nonce }), 409, 'revision-not-open');
    await expectRefused(await beginAsProgram(awaited, revision), 409, 'revision-not-open');
    await awaited.goto(`${address}/revisions/1`);
    await expect(awaited.getByRole('button', { name: /^Sign the/ })).toHaveCount(0);
  });
});

/** What a browser says when another page, a page of no origin or an old form sends the request. */
const foreignPages: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-origin' },
];

/** No verdict came of it: not for a member, not for a reader. */
async function expectUnsigned(member: Page, reader: Page, claimId: string): Promise<void> {
  const claim = await readClaim(member, claimId);
  expect(claim.revisions).toMatchObject([{ number: 1, state: 'signing' }]);
  expect(claim.slug).toBeNull();
  const { items } = await done(await reader.request.get('/api/v1/verdicts'));
  expect(JSON.stringify(items)).not.toContain('bridge');
}

async function freezeAgain(page: Page, claimId: string) {
  const { seq, sha256: digest } = await preview(page, claimId);
  return send(page, `/api/v1/claims/${claimId}/revisions`, { seq, digest });
}
