/** What kind of statement a claim is (C02). Only one of fact can be settled by evidence. */
export const statementKinds = ['fact', 'opinion', 'prediction', 'value'] as const;
export type StatementKind = (typeof statementKinds)[number];

/** Those that close a claim as not checkable. */
export const uncheckableKinds = ['opinion', 'prediction', 'value'] as const satisfies readonly StatementKind[];
