import type { DraftValue } from '@/domain/charter/draft';

/** Writes one choice into the draft, for everybody who has it open. */
export type Choose = (key: string, value: DraftValue) => void;
