import { Extension, Node } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';

/**
 * The document of a text that is one paragraph. The schema allows more, and only the keyboard and the clipboard make none: two people who began
 * an empty text at once may have made two, and a stricter schema would delete one of them from the shared document.
 */
export const Paragraphs = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' });

export const OneParagraph = Extension.create({
  name: 'oneParagraph',
  priority: 1100,
  addKeyboardShortcuts() {
    const nothing = () => true;
    return { Enter: nothing, 'Shift-Enter': nothing, 'Mod-Enter': nothing };
  },
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    return [new Plugin({ props: { transformPasted: (slice) => flattened(slice, (text) => schema.text(text)) } })];
  },
});

/** Pasted paragraphs become one line, with a space where a line ended. */
function flattened(slice: Slice, make: (text: string) => Parameters<typeof Fragment.from>[0]): Slice {
  const text = slice.content.textBetween(0, slice.content.size, ' ', ' ').replace(/\s+/gu, ' ');
  return text === '' ? Slice.empty : new Slice(Fragment.from(make(text)), 0, 0);
}
