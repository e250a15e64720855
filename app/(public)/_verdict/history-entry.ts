import type { ReactNode } from 'react';

/** One line of a verdict's history: the day, what happened, and what more there is to say or to read of it. */
export type HistoryEntry = { key: string; at: string; what: ReactNode; more?: ReactNode };
