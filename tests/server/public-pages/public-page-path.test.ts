import { expect, it } from 'vitest';
import { publicPagePath } from '@/server/public-pages/public-page-path';

it.each([
  '/',
  '/ar',
  '/about',
  '/ar/charter/2',
  '/verdicts/doha',
  '/ar/verdicts/doha',
  '/verdicts/doha/revisions/3',
  '/verdicts/doha/revisions/3/changes',
  '/ar/verdicts/doha/revisions/3/changes',
])('[P32] the page at %s is kept', (url) => {
  expect(publicPagePath({ method: 'GET', url, headers: {} })).toBe(url);
});

it.each([
  '/desk',
  '/search',
  '/verdicts/doha/changes',
  '/verdicts/doha/revisions/0/changes',
  '/verdicts/doha/revisions/3/record.json',
  '/verdicts/doha/revisions/3/changes/more',
])('[P32] what is at %s is not', (url) => {
  expect(publicPagePath({ method: 'GET', url, headers: {} })).toBeUndefined();
});
