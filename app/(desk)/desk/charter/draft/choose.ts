import type { DraftValue } from '@/domain/charter/draft';

/** Writes one choice into the draft, for everybody who has it open; false where it takes none now. */
export type Choose = (key: string, value: DraftValue) => boolean;
