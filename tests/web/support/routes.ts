import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Route = { pattern: string; methods: Method[] };

const known: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Every route handler of the file system with the methods it exports: `/api/v1/claims/[claimId]`. Groups in brackets are no part of an address, and
 * folders with an underscore have none.
 */
export function routes(): Route[] {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?!(.*\/)?_).*\/route\.tsx?$/.test(path),
  );
  return files.sort().map((path) => {
    const parts = path.split('/').slice(0, -1);
    const source = readFileSync(join('app', path), 'utf8');
    const methods = known.filter((method) =>
      new RegExp(`export (?:const|(?:async )?function) ${method}\\b|\\bas ${method}\\b`).test(source),
    );
    return { pattern: `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`, methods };
  });
}

/** Every address outside the API that answers to GET: pages and the files beside them, without the language that a public one may begin with. */
export function addresses(): string[] {
  const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(?!(.*\/)?_)(.*\/)?page\.tsx$/.test(path))
    .map((path) => path.split('/').slice(0, -1));
  const files = routes()
    .filter(({ pattern, methods }) => methods.includes('GET') && !pattern.startsWith('/api/'))
    .map(({ pattern }) => pattern.split('/').slice(1));
  return [...pages, ...files]
    .map((parts) => `/${parts.filter((part) => part !== '[locale]' && !/^\(.*\)$/.test(part)).join('/')}`)
    .sort();
}

/** An address of a route: each `[name]` filled from `names`, which may hold anything. */
export function addressOf(pattern: string, names: Record<string, string>): string {
  return pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => encodeURIComponent(names[name] ?? 'unknown'));
}
