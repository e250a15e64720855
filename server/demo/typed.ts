import type { Block } from '@/domain/record/shape';
import type { PersonKey } from './cast';

/** A piece of text that one person typed. Order is the order of typing. */
export type Typed =
  | { by: PersonKey; text: 'title' | 'question' | 'claimText' | 'finding' | 'context' | 'summary'; value: string }
  | { by: PersonKey; text: 'analysis'; blocks: (numbers: SourceIds) => Block[] };
export type SourceIds = (key: SourceKey) => string;

export type SourceKey = 'article' | 'agreement' | 'declaration' | 'resolution' | 'unama2020' | 'unama2021';

export const say = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
export const cite = (text: string, source: string, rest = ''): Block => ({
  type: 'paragraph',
  content: [
    { type: 'text', text },
    { type: 'citation', source },
    ...(rest === '' ? [] : [{ type: 'text' as const, text: rest }]),
  ],
});
export const head = (text: string): Block => ({ type: 'heading', level: 2, content: [{ type: 'text', text }] });
