import { type Stage, stages } from '@/domain/claim/stage';

export type ClaimFilter = { text: string; stage: Stage | undefined };

/** The filter in an address. What is not understood filters nothing, so that an old link still opens a list. */
export function readFilter(search: Record<string, string | string[] | undefined>): ClaimFilter {
  return { text: one(search.q).slice(0, 200), stage: stages.find((stage) => stage === one(search.stage)) };
}

/** Stages in the order in which they ask for somebody: what waits for signatures comes first. */
export const stageOrder = ['signing', 'open', 'submitted', 'published', 'closed'] as const satisfies readonly Stage[];

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
