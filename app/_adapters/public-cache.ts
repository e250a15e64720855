import { revalidateTag, unstable_cache } from 'next/cache';
import { type Db, getDb } from '@/db/client';
import { processBus, processId } from '@/platform/bus';

/** What public pages are made of. A page carries the tag of everything it has read. */
export type PublicTag = 'verdicts' | 'charter' | 'workspace';
const publicTags: readonly PublicTag[] = ['verdicts', 'charter', 'workspace'];

/**
 * Drops every kept public page, so that the next reader gets the new state at once. Route handlers call it after whatever changed what the public
 * reads: a publication, a charter that came into force, a workspace that was set up. It works only inside a request of Next.
 */
export function refreshPublicPages(): void {
  refreshPublicPagesHere();
  processBus.publish('public-pages', processId());
}

/** Another process has said so; it told the others itself. */
export function refreshPublicPagesHere(): void {
  for (const tag of publicTags) revalidateTag(tag, { expire: 0 });
}

/**
 * How long a page may be older than the database when nobody said that it changed, in seconds: with several processes, what they tell each other may be lost. Next
 * reads a page's own `revalidate` from its source text, so pages repeat this number.
 */
const keptForSeconds = 60;

/** What a cache can give back as it was: it keeps JSON, so a Date or bytes would come out as something else. */
type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** A public query whose answer is kept until its tag is refreshed. */
export function kept<Input extends Plain, Answer extends Plain>(
  name: string,
  tag: PublicTag,
  query: (input: Input, conn: Db) => Promise<Answer>,
): (input: Input) => Promise<Answer> {
  // The name is the key: the function's own name does not survive the build's minifier.
  return unstable_cache(async (input: Input) => query(input, await getDb()), ['public', name], {
    tags: [tag],
    revalidate: keptForSeconds,
  });
}

/** A public query that is asked each time: searches, whose number has no bound, and bytes. */
export function asked<Input, Answer>(query: (input: Input, conn: Db) => Promise<Answer>): (input: Input) => Promise<Answer> {
  return async (input) => query(input, await getDb());
}
