export const periods = ['all', 'year', 'quarter'] as const;
export type Period = (typeof periods)[number];

const daysOf: Record<Period, number | undefined> = { all: undefined, year: 365, quarter: 90 };

/** The period that an address names; anything else is all of it. */
export function periodIn(asked: string | string[] | undefined): Period {
  return periods.find((period) => period === asked) ?? 'all';
}

/** When a period began (ISO 8601), or undefined for the beginning of the desk. */
export function sinceOf(period: Period, now: Date): string | undefined {
  const days = daysOf[period];
  return days === undefined ? undefined : new Date(now.getTime() - days * 86_400_000).toISOString();
}
