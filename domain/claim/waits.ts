import type { Actor } from '@/domain/policies/actor';
import { may, type Permission } from '@/domain/policies/permissions';

/**
 * What a claim may wait for, in the order in which it holds others up, each with what a person must be allowed to do to end the wait (SPEC D1, D2). Which
 * party is waited for is a question to the database: db/queries/desk/claim-waits.ts.
 */
export const waitKinds = {
  sign: 'revision.sign',
  answer: 'revision.propose',
  question: 'question.accept',
  sources: 'source.accept',
  open: 'claim.open',
} as const satisfies Record<string, Permission>;

export type WaitKind = keyof typeof waitKinds;

/** The kinds that a person may do something about. */
export function kindsFor(actor: Actor): WaitKind[] {
  const kinds = Object.keys(waitKinds) as WaitKind[];
  return kinds.filter((kind) => may(actor, waitKinds[kind]));
}
