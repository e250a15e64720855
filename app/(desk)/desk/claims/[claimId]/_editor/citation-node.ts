import { Node } from '@tiptap/core';

/** A source as the menu of the analysis offers it. */
export type CitedSource = { id: string; number: number; title: string };

/** What a citation shows: a label for a source that the claim has, nothing for one that it has not. */
export type LabelOf = (sourceId: string) => { text: string; spoken: string; isKnown: boolean };

/** A citation is an atom that carries a source's id. Its label is drawn from the claim's sources, so it is never typed and never stale. */
export const Citation = Node.create<{ labelOf: LabelOf }>({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions() {
    return { labelOf: (text) => ({ text, spoken: text, isKnown: false }) };
  },
  addAttributes() {
    return {
      source: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-source') ?? '',
        renderHTML: ({ source }) => ({ 'data-source': source }),
      },
    };
  },
  parseHTML() {
    return [{ tag: 'span[data-source]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', { ...HTMLAttributes, class: 'cite' }];
  },
  renderText({ node }) {
    return `[${this.options.labelOf(String(node.attrs.source)).text}]`;
  },
  addNodeView() {
    return ({ node }) => {
      const { text, spoken, isKnown } = this.options.labelOf(String(node.attrs.source));
      const dom = document.createElement('span');
      dom.className = isKnown ? 'cite' : 'cite miss';
      dom.textContent = `[${text}]`;
      dom.setAttribute('role', 'img');
      dom.setAttribute('aria-label', spoken);
      return { dom };
    };
  },
});
