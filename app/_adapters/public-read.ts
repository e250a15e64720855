import { cache } from 'react';
import { type Db, getDb } from '@/db/client';

/** What a question can be made of, so that it can be told from another one. */
type Plain = string | number | null | { readonly [key: string]: Plain | undefined };

/** A public query. However many parts of a page ask the same, one request asks the database once; the next request asks again. */
export function publicRead<Input extends Plain, Answer>(
  query: (input: Input, conn: Db) => Promise<Answer>,
): (input: Input) => Promise<Answer> {
  const asked = cache(async (question: string) => {
    const input: Input = JSON.parse(question);
    return query(input, await getDb());
  });
  return (input) => asked(JSON.stringify(input));
}
