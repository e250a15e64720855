import type { RowIssue } from '@/db/queries/desk/imports-of-desk';

type Say = ((key: string, facts?: Record<string, string | number>) => string) & { has: (key: string) => boolean };

/** Why a row was refused, in a sentence that names the part of the row: on the page and in the report alike. `say` speaks the namespace `intake`. */
export function rowIssueWords({ field, code, ...facts }: RowIssue, say: Say): string {
  const printable = Object.fromEntries(
    Object.entries(facts).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
  const reason = say.has(`issue.${code}`) ? say(`issue.${code}`, printable) : say('issue.invalid');
  return say.has(`field.${field}`) ? say('issue.of', { field: say(`field.${field}`), reason }) : reason;
}
