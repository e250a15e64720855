import type { Sql } from 'postgres';

/** From the third time on a question is one that is asked again and again. */
const often = 3;
/** How many questions each connection keeps prepared at most: what all pages ask together is fewer. */
const most = 300;
/** How many are remembered to have been asked: after so many that came once or twice, counting begins anew. */
const counted = 2_000;

/**
 * Has the database parse and plan once what it is asked again and again. A page asks some thirty questions, and each that is not prepared goes to the
 * database twice: to be told what its parameters are, and to be answered. What is written, and what stands inside a transaction, stays as it is.
 */
export function prepareOftenAsked(client: Sql): void {
  const { unsafe } = client;
  const times = new Map<string, number>();
  const prepared = new Set<string>();
  const isOften = (text: string): boolean => {
    if (prepared.has(text)) return true;
    if (prepared.size >= most || !question.test(text)) return false;
    if (times.size >= counted) times.clear();
    const asked = (times.get(text) ?? 0) + 1;
    times.set(text, asked);
    if (asked < often) return false;
    times.delete(text);
    prepared.add(text);
    return true;
  };
  client.unsafe = (text, parameters, options) =>
    unsafe(text, parameters, { ...options, prepare: options?.prepare === true || isOften(text) });
}

const question = /^\s*(?:select|with)\b/i;
