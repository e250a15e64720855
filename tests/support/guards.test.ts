import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askedMessages } from './asked-messages';
import { argumentsOf, choicesOf, shapeOf } from './message-files';
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
    ['{ title: "Verdicts", href }', 'Verdicts'],
    [`{ label: \`Revision \${number}\` }`, 'Revision'],
  ])('finds them in %s', (element, words) => {
    expect(literals(element)).toEqual([words]);
  });

  it.each([
    '<p>{t("publish")}</p>',
    '<p>· → 3</p>',
    '<p className="mt-2 flex">{count}</p>',
    '<Icon name="arrow" title={t("go")} />',
    '{ title: t("verdicts"), kind: "verdict" }',
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

  it('finds what a message chooses by, inside of another choice too', () => {
    expect(choicesOf('{n, plural, =0 {none} other {# of {kind, select, a {an A} other {others}}}}')).toEqual([
      { name: 'n', kind: 'plural', branches: ['=0', 'other'] },
      { name: 'kind', kind: 'select', branches: ['a', 'other'] },
    ]);
  });

  it.each([
    ['Signed by {name}', 'Підпис {nmae}'],
    ['As <b>said</b>', 'Як сказано'],
    ['{as, select, a {A} other {B}}', '{as, select, а {A} other {B}}'],
  ])('tells %j from %j, which keeps not all of it', (message, translation) => {
    expect(shapeOf(translation)).not.toEqual(shapeOf(message));
  });

  it('takes other plural forms and the first day of a month for grammar', () => {
    expect(shapeOf('{day, select, 1 {1er} other {{day}}}')).toEqual(shapeOf('{day}'));
    expect(shapeOf('{n, plural, one {# день} few {# дні} many {# днів} other {# дня}}')).toEqual(
      shapeOf('{n, plural, one {# day} other {# days}}'),
    );
  });
});

describe('the reader of what pages ask for', () => {
  it('finds whole keys and beginnings of keys, by the namespace of the translator', () => {
    const path = planted(
      `const t = useTranslations('desk.form'); const say = await getTranslations({ locale, namespace: 'role' });
       t('refused'); t.rich('lookAt', {}); say(role); say(\`is.\${role}\`); other('none'); t(open ? 'a' : 'b');`,
      'asked.tsx',
    );
    expect(askedMessages(path)).toEqual([
      { namespaces: ['desk.form'], key: 'refused', isWhole: true },
      { namespaces: ['desk.form'], key: 'lookAt', isWhole: true },
      { namespaces: ['role'], key: 'is.', isWhole: false },
      { namespaces: ['desk.form'], key: 'a', isWhole: true },
      { namespaces: ['desk.form'], key: 'b', isWhole: true },
    ]);
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
