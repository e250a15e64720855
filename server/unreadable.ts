import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

/** What a browser of ours says that it shows: a segment, what is in it, and notes of Next on both. */
const Tree: z.ZodType = z.lazy(() =>
  z.tuple([
    z.union([z.string(), z.tuple([z.string(), z.string(), z.string(), z.array(z.string()).nullable()])]),
    z.record(z.string(), Tree),
    z.tuple([z.string(), z.string()]).nullish(),
    z.enum(['refetch', 'inside-shared-layout', 'metadata-only']).nullish(),
    z.number().nullish(),
    z.string().optional(),
  ]),
);

/**
 * Why a request is none that anybody could answer, or undefined. Next finds these faults too, in the middle of a page: it answers 500 and writes lines
 * to the log, as many as a stranger likes.
 */
export function unreadable({ url, headers }: Pick<IncomingMessage, 'url' | 'headers'>): string | undefined {
  const path = url?.split('?')[0];
  if (path === undefined || !path.startsWith('/') || decoded(path) === undefined) return 'The address cannot be read.';
  const tree = headers['next-router-state-tree'];
  if (tree !== undefined && !isTree(String(tree))) return 'The header Next-Router-State-Tree cannot be read.';
  // Next takes these for server actions, of which there are none, and writes a line about each.
  const isForm = !path.startsWith('/api/') && /^multipart\//i.test(headers['content-type'] ?? '');
  return isForm || headers['next-action'] !== undefined ? 'No page takes a form.' : undefined;
}

function isTree(text: string): boolean {
  try {
    return Tree.safeParse(JSON.parse(decoded(text) ?? '')).success;
  } catch {
    // No JSON, or nested so deeply that nothing reads it.
    return false;
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
