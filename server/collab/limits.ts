import { type CollabLimits, collabLimits } from '@/platform/collab-limits';

export const defaultLimits = collabLimits;
export type Limits = CollabLimits;
