import { printableFacts } from '@/app/_words/printable-facts';

type Facts = Record<string, string | number>;

/** A refusal as the API answers it: a sentence in the session's language, the code and facts behind it, and for forms every field's fault. */
export type ShownRefusal = { code: string; message: string; facts: Facts; issues: FieldIssue[] };
export type FieldIssue = { field: string; code: string; facts: Facts };

/** What an answer that is no success says, or undefined when it says nothing that can be shown. */
export function readRefusal(body: unknown): ShownRefusal | undefined {
  const error = isRecord(body) ? body.error : undefined;
  if (!isRecord(error) || typeof error.code !== 'string') return undefined;
  const { code, message, issues, ...facts } = error;
  return {
    code: error.code,
    message: typeof message === 'string' ? message : '',
    facts: printableFacts(facts),
    issues: Array.isArray(issues) ? issues.flatMap(readIssue) : [],
  };
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
  const { field, code, ...facts } = issue;
  return [{ field: issue.field, code: issue.code, facts: printableFacts(facts) }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
