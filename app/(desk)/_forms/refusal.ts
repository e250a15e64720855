/** A refusal as the API answers it: a sentence for people, the code behind it, and for forms every field's fault. */
export type ShownRefusal = { code: string; message: string; issues: FieldIssue[] };
export type FieldIssue = { field: string; code: string; facts: Record<string, string | number> };

/** What an answer that is no success says, or undefined when it says nothing that can be shown. */
export function readRefusal(body: unknown): ShownRefusal | undefined {
  const error = isRecord(body) ? body.error : undefined;
  if (!isRecord(error) || typeof error.code !== 'string') return undefined;
  const issues = Array.isArray(error.issues) ? error.issues.flatMap(readIssue) : [];
  return { code: error.code, message: typeof error.message === 'string' ? error.message : '', issues };
}

/** The fault of a field. A form that wraps its fields reports them under the wrapper's name, so only the end of the path counts. */
export function issueOf(refusal: ShownRefusal | undefined, field: string): FieldIssue | undefined {
  return refusal?.issues.find((issue) => issue.field === field || issue.field.endsWith(`.${field}`));
}

/** Refusals that a form knows to be about one of its fields, by their code, with the sentence that stands beside the field. */
export type FieldFaults = Record<string, { field: string; message: string }>;

/** The field that a refusal as a whole is about: of a form that asks for a password alone, a wrong one. */
export function fieldFaultOf(refusal: ShownRefusal | undefined, faults: FieldFaults): FieldFaults[string] | undefined {
  return refusal && faults[refusal.code];
}

function readIssue(issue: unknown): FieldIssue[] {
  if (!isRecord(issue) || typeof issue.field !== 'string' || typeof issue.code !== 'string') return [];
  const { field, code, ...rest } = issue;
  const facts = Object.entries(rest).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return [{ field: String(field), code: String(code), facts: Object.fromEntries(facts) }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
