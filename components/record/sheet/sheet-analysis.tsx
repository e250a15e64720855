import type { ReactNode } from 'react';
import { Blocks, Inlines } from '@/components/record/blocks';
import { Change } from '@/components/record/diff';
import type { Block, Inline } from '@/domain/record/shape';
import { type ComparedBlock, compareAnalyses, type InlinePart } from './compare-analyses';

type Numbers = ReadonlyMap<string, number>;
/** Headings of an analysis stand under the heading of its part. */
type Shift = 1 | 2;

/** An analysis with its headings, lists, bold words and citations, and what changed in them. */
export function SheetAnalysis({
  analysis,
  before,
  numbers,
  shift,
}: {
  analysis: Block[];
  before: Block[] | undefined;
  numbers: Numbers;
  shift: Shift;
}) {
  if (before === undefined) return <Blocks blocks={analysis} numbers={numbers} shift={shift} citations="chip" />;
  return compareAnalyses(before, analysis).map((block, index) =>
    block.change === 'same' ? (
      <OneBlock key={placeOf(index)} compared={block} numbers={numbers} shift={shift} />
    ) : (
      <div key={placeOf(index)} className="chg">
        <OneBlock compared={block} numbers={numbers} shift={shift} />
      </div>
    ),
  );
}

function OneBlock({ compared, numbers, shift }: { compared: ComparedBlock; numbers: Numbers; shift: Shift }): ReactNode {
  switch (compared.change) {
    case 'same':
    case 'added':
    case 'removed': {
      const whole = <Blocks blocks={[compared.block]} numbers={numbers} shift={shift} citations="chip" />;
      return compared.change === 'same' ? whole : <Change kind={compared.change}>{whole}</Change>;
    }
    case 'words': {
      const words = compared.parts.map((part, index) => <Part key={placeOf(index)} part={part} numbers={numbers} />);
      if (compared.as === 'paragraph') return <p>{words}</p>;
      const Heading = (['h3', 'h4', 'h5'] as const)[compared.as - 2 + shift - 1] ?? 'h5';
      return <Heading>{words}</Heading>;
    }
    case 'list': {
      const List = compared.ordered ? 'ol' : 'ul';
      return (
        <List>
          {compared.items.map((item, index) => (
            <li key={placeOf(index)}>
              <Several blocks={item} numbers={numbers} shift={shift} />
            </li>
          ))}
        </List>
      );
    }
    case 'quotation':
      return (
        <blockquote>
          <Several blocks={compared.content} numbers={numbers} shift={shift} />
        </blockquote>
      );
  }
}

function Several({ blocks, numbers, shift }: { blocks: ComparedBlock[]; numbers: Numbers; shift: Shift }) {
  return blocks.map((block, index) => <OneBlock key={placeOf(index)} compared={block} numbers={numbers} shift={shift} />);
}

function Part({ part: { kind, content }, numbers }: { part: InlinePart; numbers: Numbers }) {
  const words = <Inlines content={kind === 'same' ? content : content.flatMap(seen)} numbers={numbers} citations="chip" />;
  return kind === 'same' ? words : <Change kind={kind}>{words}</Change>;
}

/** A line break that came or went shows nothing by itself. */
function seen(inline: Inline): Inline[] {
  return inline.type === 'break' ? [{ type: 'text', text: '↵' }, inline] : [inline];
}

/** Blocks of two frozen records never move, so their place is their key. */
function placeOf(index: number): string {
  return `b${index}`;
}
