import { expect, it } from 'vitest';
import { isGone, orderThreads } from '@/app/(desk)/desk/claims/[claimId]/_comments/order-threads';
import type { ThreadPlace } from '@/db/queries/desk/threads-of-claim';
import type { TextName } from '@/domain/record/shape';

const letter = { client: 1, clock: 0 };
const on = (text: TextName): ThreadPlace => ({
  kind: 'passage',
  passage: { text, language: 'en', first: letter, last: letter, quotation: 'words' },
});

it('[K4] threads stand in the order of the text, and what is no longer in it comes last', () => {
  const threads: { id: string; on: ThreadPlace }[] = [
    { id: 'gone', on: on('title') },
    { id: 'clause', on: { kind: 'clause', clause: 'C07' } },
    { id: 'source', on: { kind: 'source', sourceId: 's', number: 3 } },
    { id: 'end', on: on('analysis') },
    { id: 'title', on: on('title') },
    { id: 'begin', on: on('analysis') },
    { id: 'unread', on: on('question') },
    { id: 'whole', on: { kind: 'claim' } },
    { id: 'again', on: { kind: 'claim' } },
  ];
  const places = new Map<string, number | undefined>([
    ['gone', undefined],
    ['end', 40],
    ['begin', 3],
    ['title', 9],
  ]);
  const expected = ['whole', 'again', 'unread', 'title', 'begin', 'end', 'source', 'clause', 'gone'];
  expect(orderThreads(threads, places).map(({ id }) => id)).toEqual(expected);
  expect(threads.filter((thread) => isGone(thread, places)).map(({ id }) => id)).toEqual(['gone']);
});
