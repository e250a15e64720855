import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Block, Inline } from '@/domain/record/shape';

type Text = {
  /** The number of each source, by the id that citations carry. */
  numbers: ReadonlyMap<string, number>;
  /** How far headings move down: 1 makes a level 2 an h3, under a section's h2. */
  shift?: 0 | 1 | 2;
  /** Small raised numbers for reading, chips for signing. */
  citations?: 'raised' | 'chip';
};

/** An analysis as semantic HTML. Blocks never change order or identity within one revision, so an index is their key. */
export function Blocks({ blocks, ...text }: Text & { blocks: Block[] }) {
  return blocks.map((block, index) => <BlockText key={keyOf(index)} block={block} {...text} />);
}

function BlockText({ block, ...text }: Text & { block: Block }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines content={block.content} {...text} />
        </p>
      );
    case 'heading': {
      const Heading = headingTag(block.level, text.shift ?? 1);
      return (
        <Heading>
          <Inlines content={block.content} {...text} />
        </Heading>
      );
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={keyOf(index)}>
              <Blocks blocks={item} {...text} />
            </li>
          ))}
        </List>
      );
    }
    case 'quotation':
      return (
        <blockquote>
          <Blocks blocks={block.content} {...text} />
        </blockquote>
      );
  }
}

/** The words of one block. */
export function Inlines({ content, numbers, citations = 'raised' }: Text & { content: Inline[] }) {
  return content.map((inline, index) => (
    <InlineText key={keyOf(index)} inline={inline} numbers={numbers} citations={citations} />
  ));
}

function InlineText({
  inline,
  numbers,
  citations,
}: {
  inline: Inline;
  numbers: Text['numbers'];
  citations: 'raised' | 'chip';
}): ReactNode {
  switch (inline.type) {
    case 'text':
      return <MarkedText text={inline.text} marks={inline.marks ?? []} />;
    case 'break':
      return <br />;
    case 'citation':
      return <Citation number={numbers.get(inline.source)} look={citations} />;
  }
}

function MarkedText({ text, marks: [mark, ...rest] }: { text: string; marks: readonly ('bold' | 'italic')[] }): ReactNode {
  if (mark === undefined) return text;
  const Mark = mark === 'bold' ? 'strong' : 'em';
  return (
    <Mark>
      <MarkedText text={text} marks={rest} />
    </Mark>
  );
}

/** `[E1]`, leading to the source's card. */
function Citation({ number, look }: { number?: number; look: 'raised' | 'chip' }) {
  const t = useTranslations('record');
  if (number === undefined) return <span className="cite miss">{t('citationMissing')}</span>;
  const link = { href: `#e${number}`, 'aria-label': t('citation', { number }) };
  if (look === 'chip') {
    return (
      <a className="cite" {...link}>
        E{number}
      </a>
    );
  }
  return (
    <sup className="c">
      <a {...link}>[E{number}]</a>
    </sup>
  );
}

function headingTag(level: 2 | 3, shift: 0 | 1 | 2): 'h2' | 'h3' | 'h4' | 'h5' {
  return (['h2', 'h3', 'h4', 'h5'] as const)[level - 2 + shift] ?? 'h5';
}

function keyOf(index: number): string {
  return `b${index}`;
}
