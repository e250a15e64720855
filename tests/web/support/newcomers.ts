import { expect, type Page } from '@playwright/test';
import type { Received } from '@/tests/support/smtp-sink';
import { done, send } from './program';
import type { Countersign } from './server';

type NewPerson = { name: string; email: string; password: string };

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

/** A desk of two parties with a moderator each, and what lets it be set up once. */
export function setupOf({ output }: Countersign, { steward, north, south }: ReturnType<typeof newPeople>) {
  const token = /Set the desk up, once, at (\S+)/.exec(output())?.[1]?.split('/').at(-1);
  return {
    token,
    workspace: { name: 'New desk', slug: 'new-desk', timeZone: 'Europe/Oslo', mainLanguage: 'en', contact: 'desk@example.org' },
    steward,
    parties: [
      { name: 'Northern desk', letter: 'N', standing: 'signing', moderator: north },
      { name: 'Southern desk', letter: 'S', standing: 'signing', moderator: south },
    ],
  };
}

/** A person takes a seat in the party of a moderator, who invited them. `visitor` is anybody's browser. */
export async function seat(visitor: Page, moderator: Page, person: NewPerson, role = 'checker'): Promise<NewPerson> {
  const { party } = await done(await moderator.request.get('/api/v1/me'));
  const { name, email, password } = person;
  const { link } = await done(await send(moderator, '/api/v1/invitations', { partyId: party.id, role, email, locale: 'en' }));
  await done(await send(visitor, '/api/v1/invitations/acceptance', { token: link.split('/').at(-1), name, password }));
  return person;
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
