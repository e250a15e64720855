import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { argumentsOf } from './message-files';
import { callsIn, exportedFunctionsOf, hasRuntime, statesWrittenByName, stringsIn, valueImportsOf } from './source-tree';
import { temporaryFolder } from './temporary-folder';
import { visibleLiterals } from './visible-literals';

/** A planted file: a guard that was never seen to bite is no guard. */
function planted(source: string, name = 'planted.tsx'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, source);
  return path;
}

/** What the guard says about one element, without the place. */
function literals(element: string): string[] {
  return visibleLiterals(planted(`export const x = ${element};`)).map((line) => line.replace(/^.*?:\d+: /, ''));
}

describe('the guard against words in pages', () => {
  it.each([
    ['<p>Publish now</p>', 'Publish now'],
    ['<p>نشر</p>', 'نشر'],
    ['<p>{"Publish"}</p>', 'Publish'],
    [`<p>{\`Signed by \${name}\`}</p>`, 'Signed by'],
    ['<p>{open ? "Open" : t("closed")}</p>', 'Open'],
    ['<p>{open && "Open"}</p>', 'Open'],
    ['<button aria-label="Close" />', 'Close'],
    ['<input placeholder={"Search"} />', 'Search'],
  ])('finds them in %s', (element, words) => {
    expect(literals(element)).toEqual([words]);
  });

  it.each([
    '<p>{t("publish")}</p>',
    '<p>· → 3</p>',
    '<p className="mt-2 flex">{count}</p>',
    '<Icon name="arrow" title={t("go")} />',
  ])('finds none in %s', (element) => {
    expect(literals(element)).toEqual([]);
  });
});

describe('the reader of messages', () => {
  it.each([
    ['Plain words', []],
    ['{name} of {party}', ['name', 'party']],
    ['{n, plural, one {a day} other {{n} days by {who}}}', ['n', 'who']],
    ['{when, date, long}', ['when']],
  ])('finds the arguments of %s', (message, names) => {
    expect(argumentsOf(message)).toEqual(names);
  });
});

describe('the reader of source files', () => {
  const path = planted(
    `import type { A } from '@/a';
     import { b } from '@/b';
     export async function signOff(context: Context, input: unknown) { await b(context.actor); tx.insert('rows'); }`,
    'planted.ts',
  );

  it('tells types from values, and commands from helpers', () => {
    expect(valueImportsOf(path)).toEqual(['@/b']);
    expect(exportedFunctionsOf(path)).toEqual([{ name: 'signOff', takes: 'Context' }]);
    expect([...callsIn(path)]).toEqual(['b', 'insert']);
    expect(stringsIn(path)).toContain('rows');
  });

  it('finds a state that is written by name, and not one that a table gave', () => {
    const found = (set: string) =>
      statesWrittenByName(planted(`tx.update(claims).set(${set}).where(here);`, 'state.ts'), ['claims']);
    expect(found("{ closedAt: now, state: 'closed' }")).toEqual(["'closed'"]);
    expect(found('{ state: moved.value }')).toEqual([]);
    expect(statesWrittenByName(planted("tx.update(sources).set({ state: 'withdrawn' });", 'other.ts'), ['claims'])).toEqual([]);
  });

  it('knows a file of types alone', () => {
    expect(hasRuntime(path)).toBe(true);
    expect(hasRuntime(planted('export type A = string;', 'types.ts'))).toBe(false);
  });
});
