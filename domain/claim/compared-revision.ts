import type { Decision } from '@/domain/charter/facts';
import type { RevisionState } from './transitions';

/** A position that a party took, and when it took it back, if it did. */
export type OwnPosition = { decision: Decision; at: Date; withdrawnAt: Date | null };

/** An earlier revision of a claim, with the last position of the reader's party on it that stands, or the last one that it took back. */
export type EarlierRevision = { number: number; state: RevisionState; own: OwnPosition | undefined };

/** What a comparison may say of the revision that it is made with: that a party approved it is said of no position that was taken back and of no revision that was retracted. */
export type ComparedAs = 'retracted' | 'own' | 'taken-back' | 'published' | 'other';

/**
 * SPEC L14. What a party has not read since it last took a position is new to it, whatever was frozen in between: compared with the last number, a passage that came
 * with a withdrawn revision would pass as unchanged. It has read what it took a position on also where it took that back. Without a position there is the text that is
 * or was published; without either, nothing has been read.
 */
export function comparedRevision<T extends EarlierRevision>(earlier: readonly T[]): T | undefined {
  const newestFirst = earlier.toSorted((a, b) => b.number - a.number);
  return (
    newestFirst.find(({ own }) => own !== undefined) ??
    newestFirst.find(({ state }) => state === 'published' || state === 'superseded' || state === 'retracted')
  );
}

/** SPEC L14. */
export function comparedAs({ state, own, publishedAt }: EarlierRevision & { publishedAt: Date | null }): ComparedAs {
  if (state === 'retracted') return 'retracted';
  if (own !== undefined) return own.withdrawnAt === null ? 'own' : 'taken-back';
  return publishedAt === null ? 'other' : 'published';
}

/** Of what a party said of one revision, in its order, what tells how it stands to it: the last word that stands, else the last one. */
export function ownPosition<T extends { withdrawnAt: Date | null }>(said: readonly T[]): T | undefined {
  return said.findLast(({ withdrawnAt }) => withdrawnAt === null) ?? said.at(-1);
}
