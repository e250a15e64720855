import type { FieldName } from '@/domain/record/shape';

export type FieldShape = {
  /** The value that is stored for what stands in the input; undefined takes the field away. */
  write: (text: string) => string | string[] | undefined;
  show: (value: unknown) => string;
};

const asText = (value: unknown) => (typeof value === 'string' ? value : '');
const text: FieldShape = { write: (typed) => cut(typed, 200), show: asText };

/** Within the bounds of domain/record/draft.ts: a value beyond them could never be frozen. */
export const fieldShapes: Record<Exclude<FieldName, 'track'>, FieldShape> = {
  statedOn: { write: (typed) => (/^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : undefined), show: asText },
  claimantName: text,
  claimantRole: text,
  topics: {
    write: (typed) => {
      const topics = [...new Set(typed.split(/[,،\n]/u).flatMap((topic) => cut(topic, 60) ?? []))].slice(0, 8);
      return topics.length === 0 ? undefined : topics;
    },
    show: (value) => (Array.isArray(value) ? value.filter((topic) => typeof topic === 'string').join(', ') : ''),
  },
  rating: { write: (typed) => cut(typed, 40), show: asText },
};

function cut(typed: string, most: number): string | undefined {
  const trimmed = typed.trim().slice(0, most);
  return trimmed === '' ? undefined : trimmed;
}
