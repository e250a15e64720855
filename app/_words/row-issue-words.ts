import type { RowIssue } from '@/db/queries/desk/imports-of-desk';

type Say = ((key: string, facts?: Record<string, string | number>) => string) & { has: (key: string) => boolean };

/** The part of a row that was refused, what stood there, why it was refused, and what its owner can do. Empty where there is nothing to say. */
type RowIssueWords = { field: string; value: string; reason: string; advice: string };

/** Why a row was refused, in words: on the page and in the report alike (SPEC IN11). `say` speaks the namespace `intake`. */
export function rowIssueWords({ field, code, value, ...facts }: RowIssue, say: Say): RowIssueWords {
  const printable = Object.fromEntries(
    Object.entries(facts).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
  const said = (keys: string[]) => {
    const key = keys.find((candidate) => say.has(candidate));
    return key === undefined ? '' : say(key, printable);
  };
  return {
    field: said([`field.${field}`]),
    value: typeof value === 'string' ? value : '',
    reason: said([`issue.${code}`, 'issue.invalid']),
    // What is missing is given in another way for each part of a row.
    advice: said([`advice.${code}-${field}`, `advice.${code}`, 'advice.invalid']),
  };
}

/** The namespace `intake` as `rowIssueWords` asks it. */
export function sayer(
  t: ((key: string, facts?: Record<string, string | number>) => string) & { has: (key: string) => boolean },
): Say {
  return Object.assign((key: string, facts?: Record<string, string | number>) => t(key, facts), {
    has: (key: string) => t.has(key),
  });
}
