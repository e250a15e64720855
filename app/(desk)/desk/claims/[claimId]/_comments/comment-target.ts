import type { Passage } from '@/domain/discussion/passage';

/** What somebody is about to comment on, as the API takes it, with what the page calls it. */
export type CommentTarget =
  | ({ kind: 'passage' } & Passage)
  | { kind: 'source'; sourceId: string; number: number }
  | { kind: 'clause'; clause: string }
  | { kind: 'claim' };

/** The part of it that is sent: a source's number is for people. */
export function sentTarget(target: CommentTarget): object {
  if (target.kind !== 'source') return target;
  return { kind: target.kind, sourceId: target.sourceId };
}
