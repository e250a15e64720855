import { existsSync } from 'node:fs';
import { locales } from '@/messages/locales';
import { filesUnder, textOf } from './source-tree';

type Tree = { [key: string]: string | Tree };

export const localeNames: readonly string[] = Object.keys(locales);

export function namespacesOf(locale: string): string[] {
  return filesUnder(`messages/${locale}`, /\.json$/).map((path) => path.replace(`messages/${locale}/`, ''));
}

/** Every message of a namespace by its full key. */
export function messagesOf(locale: string, namespace: string): Map<string, string> {
  const path = `messages/${locale}/${namespace}`;
  return existsSync(path) ? new Map(flatten(JSON.parse(textOf(path)))) : new Map();
}

/** The names of an ICU message's arguments, in the order of the alphabet: `{n, plural, one {a day} other {{n} days by {who}}}` has n and who. */
export function argumentsOf(message: string): string[] {
  return [...new Set(blocksOf(message).flatMap(argumentsOfBlock))].sort();
}

function argumentsOfBlock(block: string): string[] {
  const [name = '', kind = '', ...rest] = block.split(',');
  const branches = /^\s*(plural|select|selectordinal)\s*$/.test(kind) ? blocksOf(rest.join(',')) : [];
  return [name.trim(), ...branches.flatMap(argumentsOf)];
}

export type Choice = { name: string; kind: 'plural' | 'select'; branches: string[] };

/** Every choice that a message makes, and the branches that it knows: `{n, plural, one {a day} other {# days}}` chooses by n between one and other. */
export function choicesOf(message: string): Choice[] {
  return blocksOf(message).flatMap((block) => {
    const [name = '', kind = '', ...rest] = block.split(',');
    const branches = rest.join(',');
    const chosen = kind.trim();
    if (chosen !== 'plural' && chosen !== 'select') return [];
    const names = blocksOf(branches).reduce((left, inner) => left.replace(`{${inner}}`, ' '), branches);
    return [
      { name: name.trim(), kind: chosen, branches: names.split(/\s+/).filter((branch) => branch !== '') },
      ...blocksOf(branches).flatMap(choicesOf),
    ];
  });
}

/** The names of the tags in a message, in the order of the alphabet. */
export function tagsOf(message: string): string[] {
  return [...new Set(Array.from(message.matchAll(/<(\w+)>/g), ([, name = '']) => name))].sort();
}

/** What a translation must keep of a message: its arguments, its tags, and what it chooses by a word. */
export function shapeOf(message: string): { arguments: string[]; tags: string[]; choices: string[] } {
  const choices = choicesOf(message).filter(({ kind, name, branches }) => kind === 'select' && !isOfGrammar(name, branches));
  return {
    arguments: argumentsOf(message),
    tags: tagsOf(message),
    choices: [...new Set(choices.map(({ name, branches }) => `${name}: ${branches.toSorted().join(' ')}`))].sort(),
  };
}

/** The first day of a month is "1er" in French: a choice by a number is the language's own. */
function isOfGrammar(name: string, branches: string[]): boolean {
  return name === 'day' && branches.every((branch) => branch === 'other' || /^\d+$/.test(branch));
}

/** What stands between the outermost braces of a text, pair by pair. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [at, sign] of Array.from(text).entries()) {
    if (sign === '{' && depth++ === 0) start = at + 1;
    if (sign === '}' && --depth === 0) blocks.push(Array.from(text).slice(start, at).join(''));
  }
  return blocks;
}

function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}
