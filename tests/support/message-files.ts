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
