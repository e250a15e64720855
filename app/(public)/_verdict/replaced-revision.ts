import type { PublicRevision, PublishedVerdict } from '@/db/queries/public/published-verdict';

type Published = Pick<PublishedVerdict, 'number' | 'history'>;

/** The published revision that the one shown took the place of; none before the first. Revisions that nobody published are stepped over (SPEC L17). */
export function replacedRevision({ number, history }: Published): PublicRevision | undefined {
  return history.findLast((revision) => revision.number < number);
}

/** The published revision that took the place of the one shown; none after the one that counts. */
export function replacingRevision({ number, history }: Published): PublicRevision | undefined {
  return history.find((revision) => revision.number > number);
}
