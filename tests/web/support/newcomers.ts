import { expect, type Page } from '@playwright/test';
import type { Received } from '@/tests/support/smtp-sink';

/** People whom no server knows yet. */
export function newPeople() {
  const person = (name: string) => ({
    name,
    email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${crypto.randomUUID().slice(0, 8)}.example`,
    password: `${crypto.randomUUID()} of ${name}`,
  });
  return {
    steward: person('Steward'),
    north: person('Noor'),
    south: person('Sam'),
    checker: person('Kim'),
    later: person('Later'),
  };
}

/** What a person was sent, with the soft line breaks of quoted-printable taken out. */
export function textOfMail(received: readonly Received[], email: string): string {
  const mails = received.filter(({ to }) => to.includes(email));
  return mails.map(({ text }) => text.replaceAll('=\r\n', '')).join('\n');
}

/** Nothing of a page is wider than a phone. */
export async function expectFits(page: Page): Promise<void> {
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize(before);
}
