import type { DeskRevision } from '@/db/queries/desk/revision-of-desk';

/** What every part of a revision's clock reads: the revision, whose party is whose, and the present. */
export type ClockProps = { revision: DeskRevision; nameOf: (partyId: string) => string; now: Date; timeZone: string };
