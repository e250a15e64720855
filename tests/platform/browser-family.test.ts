import { expect, it } from 'vitest';
import { browserFamily } from '@/platform/browser-family';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const said: [userAgent: string | null, name: string | undefined][] = [
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox'],
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} HeadlessChrome/140.0.0.0 Safari/537.36`, 'Chrome'],
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'Edge'],
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/140.0.0.0 Safari/537.36 OPR/110.0.0.0`, 'Opera'],
  ['Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 'Safari'],
  ['curl/8.5.0', undefined],
  ['<script>', undefined],
  [null, undefined],
];

it.each(said)('[M22] calls %s by its family, and keeps nothing else', (userAgent, name) => {
  expect(browserFamily(userAgent)).toBe(name);
});
