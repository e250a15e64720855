import type { Page } from '@playwright/test';
import { startSmtpSink } from '@/tests/support/smtp-sink';
import { prepareRecord } from './support/desk';
import { expectFits } from './support/newcomers';
import { done, freeze, send } from './support/program';
import { type Countersign, startCountersign } from './support/server';
import { expect, expectAccessible, personOf, signIn, test } from './support/test';

let sink: Awaited<ReturnType<typeof startSmtpSink>>;
let server: Countersign;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  sink = await startSmtpSink();
  server = await startCountersign({ demo: true, env: { SMTP_URL: sink.url, MAIL_FROM: 'Demo desk <desk@example.org>' } });
});

test.afterAll(async () => {
  await server?.stop();
  await sink?.stop();
});

const canary = 'zyzzogeton';
const wording = 'The bridge was closed in spring.';

test('[N1] [N2] [N5] [N6] [N7] people are mailed as they choose, without a word of a draft, and end it by a link', async ({
  browser,
}) => {
  const enter = async (person: { email: string; password: string }) => {
    const page = await (await browser.newContext({ baseURL: server.url })).newPage();
    await signIn(page, person);
    return page;
  };
  const north = personOf(server, { party: 'Northern desk', role: 'checker' });
  const reader = personOf(server, { party: 'Southern desk', role: 'checker' });
  const signer = personOf(server, { party: 'Southern desk', role: 'moderator' });
  const [author, other] = [await enter(north), await enter(reader)];
  const { claimId } = await prepareRecord({ checker: author, other, analyst: other }, wording);
  const mailsTo = (email: string, claim: string) =>
    sink.received.filter(({ to, text }) => to.includes(email) && plain(text).includes(claim));

  await test.step('[N1] a person chooses from the keyboard to be told of mentions at once', async () => {
    await other.goto('/desk/notifications');
    await expectAccessible(other);
    const choice = other.getByRole('combobox', { name: 'Discussion and tasks' });
    await expect(choice).toHaveValue('digest');
    await choice.focus();
    await other.keyboard.press('Home');
    await expect(choice).toHaveValue('at-once');
    await other.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expect(other.getByText('Saved.')).toBeVisible();
    await other.reload();
    await expect(choice).toHaveValue('at-once');
    await expectFits(other);
  });

  const mention = async () => {
    const { id: mentioned } = (await done(await other.request.get('/api/v1/me'))).person;
    const said = {
      body: `@${reader.name}, look at the ${canary}.`,
      mentions: [mentioned],
      audience: 'joint',
      on: { kind: 'claim' },
    };
    await done(await send(author, `/api/v1/claims/${claimId}/comments`, said));
  };

  await test.step('[N2] a mention and a proposed revision reach whom they concern, by numbers and links alone', async () => {
    await mention();
    await freeze(author, claimId);
    await expect.poll(() => mailsTo(reader.email, `/desk/claims/${claimId}`)).toHaveLength(1);
    await expect.poll(() => mailsTo(signer.email, `/desk/claims/${claimId}`)).toHaveLength(1);
    expect(plain(mailsTo(reader.email, claimId)[0]?.text ?? '')).toContain('Northern desk mentioned you in a comment');
    expect(plain(mailsTo(signer.email, claimId)[0]?.text ?? '')).toContain('Northern desk proposed revision 1');
    // Whoever proposed it is told nothing, and no mail says what is written.
    expect(mailsTo(north.email, claimId)).toEqual([]);
    for (const words of [canary, wording, north.name])
      expect(sink.received.filter(({ text }) => plain(text).includes(words))).toEqual([]);
  });

  await test.step('[N7] the steward alone sees the outbox, without a word or a link', async () => {
    const steward = await enter(personOf(server, { party: '', role: 'steward' }));
    await steward.goto('/desk');
    await steward.getByRole('link', { name: 'Outbox', exact: true }).click();
    const row = steward.getByRole('row').filter({ hasText: reader.email });
    await expect(row.first()).toContainText('Sent');
    await expect(steward.getByText('No job fails.')).toBeVisible();
    await expect(steward.getByText(/unsubscri/)).toHaveCount(0);
    await expectAccessible(steward);
    await other.goto('/desk/outbox');
    await expect(other.getByText('Only the steward sees the outbox.')).toBeVisible();
    await expect(other.getByText(signer.email)).toHaveCount(0);
  });

  await test.step('[N5] [N6] a mail program ends the mails by one request, and looking ends nothing', async () => {
    const mail = mailsTo(reader.email, claimId)[0]?.text ?? '';
    expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const address = /^List-Unsubscribe:\s+<([^>]+)>/m.exec(mail)?.[1] ?? '';
    const person = await (await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })).newPage();
    await person.goto(address);
    await expect(person.getByText('No more mails of this kind: Discussion and tasks.')).toBeVisible();
    await expect(person.getByText(reader.email)).toHaveCount(0);
    await expect(person.getByRole('heading', { level: 1 })).toHaveText('End mails');
    expect((await waysOf(other)).discussion).toBe('at-once');
    const form = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const answer = await fetch(address, { method: 'POST', body: form, redirect: 'manual' });
    expect([answer.status, await answer.json()]).toEqual([200, { ended: 'discussion' }]);
    expect((await waysOf(other)).discussion).toBe('never');
    await done(await send(other, '/api/v1/notifications/mails', { discussion: 'at-once' }, { method: 'PUT' }));
    await person.getByRole('button', { name: 'End these mails' }).click();
    await expect(person.getByText('These mails have ended.')).toBeVisible();
    expect(await waysOf(other)).toMatchObject({ discussion: 'never', signing: 'at-once' });
  });
});

const waysOf = async (page: Page) => done(await page.request.get('/api/v1/notifications/mails'));

/** A mail's words, whatever it was packed in. */
function plain(text: string): string {
  const isBase64 = /^Content-Transfer-Encoding: base64/im.test(text);
  const body = text.split('\r\n\r\n').slice(1).join('\r\n\r\n');
  if (isBase64) return Buffer.from(body.replaceAll(/\s/g, ''), 'base64').toString('utf8');
  return Buffer.from(
    body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}
