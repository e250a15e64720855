import { expect, it } from 'vitest';
import { unreadable } from '@/server/unreadable';

const asked = (url: string, headers: Record<string, string> = {}) => unreadable({ url, headers });
const tree = (value: unknown) => ({ 'next-router-state-tree': encodeURIComponent(JSON.stringify(value)) });

it.each(['/verdicts/%ff', '/%E0%A4%A', '/%', '*', 'http://other.example/', ''])('no address is %s', (url) => {
  expect(asked(url)).toMatch(/address/);
});

it.each(['/', '/verdicts/a?q=%ff', '/%D8%A7', '//other.example', '/%00'])('an address is %s', (url) => {
  expect(asked(url)).toBeUndefined();
});

it.each([
  ['rubbish', { 'next-router-state-tree': 'rubbish' }],
  ['half an escape', { 'next-router-state-tree': '%E0%A4%A' }],
  ['another thing', tree({ children: [] })],
  ['a segment of numbers', tree([1, {}])],
  ['a branch that is none', tree(['', { children: 'x' }])],
  ['a word that is none', tree(['', {}, null, 'redo'])],
  ['a tree of a thousand storeys', { 'next-router-state-tree': `${'["",{"a":'.repeat(1500)}` }],
  ['a deep tree', { 'next-router-state-tree': `${'["",{"a":'.repeat(4000)}["",{}]${'}]'.repeat(4000)}` }],
])('no tree is %s', (_, headers) => {
  expect(asked('/desk?_rsc=1', headers)).toMatch(/Next-Router-State-Tree/);
});

it('a tree is what a browser sends', () => {
  const page = [
    'claims',
    { children: [['claimId', '0198', 'd', null], { children: ['__PAGE__', {}, null, 'refetch'] }] },
    null,
    null,
  ];
  expect(
    asked('/desk/claims/0198?_rsc=1', tree(['', { children: ['(desk)', { children: page }] }, null, null, 16])),
  ).toBeUndefined();
});

it('no page takes a form', () => {
  expect(asked('/', { 'next-action': 'a'.repeat(40) })).toMatch(/form/);
  expect(asked('/about', { 'content-type': 'multipart/form-data; boundary=x' })).toMatch(/form/);
  expect(
    asked('/api/v1/claims', { 'content-type': 'multipart/form-data; boundary=x' }),
    'has a refusal of its own',
  ).toBeUndefined();
});
