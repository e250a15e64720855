import { expect, it } from 'vitest';
import { redirectToAppUrl } from '@/server/redirect-to-app-url';

const app = 'http://localhost:3000';
const asked = (host: string, url = '/desk?a=1', method = 'GET') => redirectToAppUrl({ method, url, headers: { host } }, app);

it('sends a page asked for under another name of this machine to the public address', () => {
  expect(asked('127.0.0.1:3000')).toBe('http://localhost:3000/desk?a=1');
  expect(asked('[::1]:3000')).toBe('http://localhost:3000/desk?a=1');
});

it('keeps an address that looks like another site a path of ours', () => {
  expect(asked('127.0.0.1:3000', '//evil.example/x')).toBe('http://localhost:3000//evil.example/x');
  expect(asked('127.0.0.1:3000', 'http://evil.example/x')).toBe('http://localhost:3000/');
});

it('answers itself what is asked of this very process, since the public address may be another port', () => {
  for (const url of ['/healthz', '/readyz']) expect(asked('127.0.0.1:3000', url)).toBeUndefined();
});

it('leaves everything else where it is', () => {
  expect(asked('localhost:3000')).toBeUndefined();
  expect(asked('127.0.0.1:3000', '/api/v1/claims', 'POST')).toBeUndefined();
  expect(asked('desk.example')).toBeUndefined();
  expect(
    redirectToAppUrl({ method: 'GET', url: '/', headers: { host: '127.0.0.1:3000' } }, 'https://desk.example'),
  ).toBeUndefined();
});
