import type { Block, Inline } from './shape';

/** An analysis as plain text, a line for each paragraph; a citation reads as its source's label. */
export function plainText(blocks: readonly Block[], label: (sourceId: string) => string = () => ''): string {
  return blocks.flatMap((block) => lines(block, label)).join('\n');
}

function lines(block: Block, label: (sourceId: string) => string): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.content.map((inline) => inlineText(inline, label)).join('')];
    case 'list':
      return block.items.flatMap((item) => item.flatMap((child) => lines(child, label)));
    case 'quotation':
      return block.content.flatMap((child) => lines(child, label));
  }
}

function inlineText(inline: Inline, label: (sourceId: string) => string): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'citation':
      return label(inline.source);
    case 'break':
      return '\n';
  }
}

/** The ids of the sources that an analysis cites, each once, in order of first mention. */
export function citedSources(blocks: readonly Block[]): string[] {
  const ids = new Set<string>();
  plainText(blocks, (id) => {
    ids.add(id);
    return '';
  });
  return [...ids];
}
