import { fates, type PartyFigures, positionKinds } from '@/domain/claim/parity';

/** One row of the table and of the CSV: how it is called there, and what it says of a party. Times are milliseconds. */
export type FigureRow = { key: string; unit: 'count' | 'time'; of: (figures: PartyFigures) => number | undefined };

/** Every figure once, in reading order: charts, table and CSV are made from this list (SPEC Y4). */
export const figureRows: readonly FigureRow[] = [
  { key: 'opened', unit: 'count', of: ({ opened }) => opened },
  { key: 'published', unit: 'count', of: ({ published }) => published },
  ...fates.map((fate): FigureRow => ({ key: fate, unit: 'count', of: (figures) => figures.fates[fate] })),
  { key: 'proposed', unit: 'count', of: ({ proposed }) => proposed },
  ...positionKinds.map((kind): FigureRow => ({ key: kind, unit: 'count', of: ({ positions }) => positions[kind] })),
  { key: 'objections', unit: 'count', of: ({ objections }) => objections },
  { key: 'median', unit: 'time', of: ({ medianWaitMs }) => medianWaitMs },
  { key: 'longest', unit: 'time', of: ({ longestWaitMs }) => longestWaitMs },
  { key: 'withdrew', unit: 'count', of: ({ withdrew }) => withdrew },
  { key: 'held', unit: 'count', of: ({ held }) => held },
  { key: 'corrected', unit: 'count', of: ({ corrected }) => corrected },
  { key: 'retracted', unit: 'count', of: ({ retracted }) => retracted },
];
