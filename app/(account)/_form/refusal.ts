type FieldIssue = { field: string; code: string; facts: Record<string, string | number> };

/** A refusal as the API answers it: its sentence in the session's language, its code and facts, and what is wrong with which field. */
export type ShownRefusal = { code: string; message: string; facts: Record<string, string | number>; issues: FieldIssue[] };

/** What an answer that is no success says; without a code of ours it is a fault of the way or of the server. */
export function readRefusal(body: unknown): ShownRefusal {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  const { code, message, issues, ...facts } = error;
  return {
    code: typeof code === 'string' ? code : 'no-answer',
    message: typeof message === 'string' ? message : '',
    facts: printable(facts),
    issues: Array.isArray(issues) ? issues.flatMap(readIssue) : [],
  };
}

function readIssue(issue: unknown): FieldIssue[] {
  if (!isRecord(issue) || typeof issue.field !== 'string' || typeof issue.code !== 'string') return [];
  const { field, code, ...facts } = issue;
  return [{ field, code, facts: printable(facts) }];
}

/** The facts that a sentence can print. */
function printable(facts: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
