import type { ClauseId } from './clauses';

/**
 * What one clause says of a record: met, or not and why. `code` names the sentence in messages/ (`charter.<code>` for what is
 * the case and `charter.<code>-todo` for what to do); `facts` are its numbers and names.
 */
export type ClauseFinding = {
  clause: ClauseId;
  met: boolean;
  code: string;
  facts: Record<string, string | number>;
};

export function met(clause: ClauseId, code: string, facts: Record<string, string | number> = {}): ClauseFinding {
  return { clause, met: true, code, facts };
}

export function unmet(clause: ClauseId, code: string, facts: Record<string, string | number> = {}): ClauseFinding {
  return { clause, met: false, code, facts };
}
