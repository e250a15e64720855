import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { askedEachTime } from '@/app/(public)/_page/asked-each-time';
import { filesUnder } from '@/tests/support/source-tree';

it('[C30] a cache keeps for a time only bytes that never change, and asks each time whether anything else still is the one', () => {
  expect(askedEachTime).toContain('max-age=0, must-revalidate');
  const ages = filesUnder('app', /\.tsx?$/).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/(?:s-maxage|max-age|stale-while-revalidate)=(\d+)[^'"]*/g)].map(
      ([said, seconds]) => ({ path, seconds, isForEver: said.includes('immutable') }),
    ),
  );
  expect(ages.length).toBeGreaterThan(1);
  expect(ages.filter(({ seconds, isForEver }) => seconds !== '0' && !isForEver)).toEqual([]);
});
