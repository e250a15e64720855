import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeAtEnd } from './support/desk';
import { expect, personOf, test } from './support/test';

// The pictures of the README: made, and compared in size alone, since letters and dates differ by machine.

const folder = 'docs/pictures';
const size = { width: 1440, height: 960 };

test('the README shows the desk and a verdict as they are', async ({ openAs, demoServer }) => {
  const options = { viewport: size, deviceScaleFactor: 1 };
  const checker = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker' }), options);
  const { items } = await (await checker.request.get('/api/v1/claims')).json();
  // The demo's own, whatever other journeys have opened: the oldest of those that are open.
  type Item = { stage: string; words: { slug: string | null } };
  const open = items.filter(({ stage, words }: Item) => stage === 'open' && words.slug === null).at(-1);
  const other = await openAs(personOf(demoServer, { party: 'Southern desk', role: 'checker' }));
  await checker.goto(`/desk/claims/${open.id}?panel=sources`);
  await other.goto(`/desk/claims/${open.id}`);
  await typeAtEnd(other, 'Question', '');
  await expect(checker.locator('.collaboration-carets__caret, [class*="collaboration-caret"]').first()).toBeVisible();
  keep('desk.png', await checker.screenshot({ animations: 'disabled' }));

  const reader = await openAs(undefined, options);
  await reader.goto('/');
  await reader.locator('main article a, main h2 a').first().click();
  await reader.waitForURL(/\/verdicts\//);
  keep('verdict.png', await reader.screenshot({ animations: 'disabled' }));
});

function keep(name: string, picture: Buffer): void {
  const path = join(folder, name);
  // As with Playwright's own pictures: --update-snapshots puts new ones in their place.
  if (test.info().config.updateSnapshots === 'changed' || test.info().config.updateSnapshots === 'all') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, picture);
  }
  expect(existsSync(path), `${path}: make it with --update-snapshots`).toBe(true);
  expect(sizeOf(readFileSync(path))).toEqual(sizeOf(picture));
  expect(sizeOf(picture)).toEqual(size);
  expect(readFileSync('README.md', 'utf8')).toContain(`](${path})`);
}

/** PNG, IHDR: two big-endian numbers of 32 bits behind the signature, the length and the name. */
function sizeOf(png: Buffer): { width: number; height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
