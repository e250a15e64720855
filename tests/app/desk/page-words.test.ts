import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { frameWords, layoutWords, type PageWords, pageWords } from '@/app/(desk)/_frame/page-words';
import { filesUnder, nodesOf, parsed, textOf, valueImportsOf } from '../../support/source-tree';

const desk = 'app/(desk)';
const pages = filesUnder(desk, /\/page\.tsx$/).flatMap((path) => {
  const [, name] = /<DeskPage[^>]*\bwords="(\w+)"/.exec(textOf(path)) ?? [];
  return name === undefined ? [] : [{ path, name }];
});

describe('the words that a page of the desk sends', () => {
  it.each(pages)('$path sends what its scripts say', ({ path, name }) => {
    expect(missingFrom([...frameWords, ...pageWords[name as PageWords]], [path])).toEqual([]);
  });

  it('the layout sends what stands outside of every page', () => {
    const outside = [`${desk}/layout.tsx`, `${desk}/desk/error.tsx`, `${desk}/desk/not-found.tsx`];
    expect(missingFrom(layoutWords, outside)).toEqual([]);
  });

  it('each choice of words belongs to a page', () => {
    expect([...new Set(pages.map(({ name }) => name))].toSorted()).toEqual(Object.keys(pageWords).toSorted());
  });

  it('the list of claims has scripts that speak, so this looks at something', () => {
    expect(missingFrom([], [`${desk}/desk/claims/page.tsx`]).length).toBeGreaterThan(5);
  });
});

function missingFrom(sent: readonly string[], paths: string[]): string[] {
  const asked = [...browserFilesOf(paths)].flatMap((file) => namespacesIn(file).map((namespace) => ({ file, namespace })));
  const isSent = (namespace: string) => sent.some((path) => `${namespace}.`.startsWith(`${path}.`));
  return asked.filter(({ namespace }) => !isSent(namespace)).map(({ file, namespace }) => `${namespace} in ${file}`);
}

/** The files that run in the browser: those that say so, and all that they import. */
function browserFilesOf(paths: string[]): Set<string> {
  const seen = new Map<string, boolean>();
  const visit = (path: string, inBrowser: boolean): void => {
    const runsThere = inBrowser || textOf(path).startsWith("'use client'");
    if (seen.get(path) === true || seen.get(path) === runsThere) return;
    seen.set(path, runsThere);
    for (const imported of importsOf(path)) visit(imported, runsThere);
  };
  for (const path of paths) visit(path, false);
  return new Set([...seen].filter(([, inBrowser]) => inBrowser).map(([path]) => path));
}

/** What a file imports of ours, at once or when it is needed. */
function importsOf(path: string): string[] {
  const later = [...nodesOf(parsed(path))].flatMap((node) => {
    const isImport = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const [module] = isImport ? node.arguments : [];
    return module !== undefined && ts.isStringLiteral(module) ? [module.text] : [];
  });
  return [...valueImportsOf(path), ...later].flatMap((module) => {
    const base = module.startsWith('@/') ? module.slice(2) : module.startsWith('.') ? join(dirname(path), module) : undefined;
    const file = base && [`${base}.tsx`, `${base}.ts`].find(existsSync);
    return file === undefined ? [] : [file];
  });
}

function namespacesIn(path: string): string[] {
  return [...textOf(path).matchAll(/\buseTranslations\('([\w.]+)'\)/g)].map(([, namespace = '']) => namespace);
}
