import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { XmlFragment } from 'yjs';
import type { TextName } from '@/domain/record/shape';
import type { LiveDocument } from './live-document';
import { passageFinder, passageIn } from './passage-place';

export type Commented = { live: LiveDocument; fragment: XmlFragment; text: TextName; language: string };

const key = new PluginKey<DecorationSet>('comments');
/** How long typing rests before passages are looked for anew; until then their marks move with the text. */
const drawAfterMs = 300;

/** Marks the passages that comments are on, and offers what is selected to be commented on. */
export function commentExtension(options: Commented): Extension {
  return Extension.create({
    name: 'comments',
    addKeyboardShortcuts() {
      return { 'Mod-Alt-m': () => chooseSelection(this.editor, options) };
    },
    addProseMirrorPlugins: () => [plugin(options)],
  });
}

/** Hands the selected passage to the comments beside the record; false when there is nothing in it to quote. */
export function chooseSelection({ state }: Editor, { live, fragment, text, language }: Commented): boolean {
  const found = passageIn({ shown: state.doc, fragment }, state.selection);
  if (found === undefined) return false;
  live.passages.choose({ text, language, ...found });
  return true;
}

function plugin(options: Commented): Plugin<DecorationSet> {
  const { passages, doc } = options.live;
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const redrawn: DecorationSet | undefined = transaction.getMeta(key);
        if (redrawn !== undefined) return redrawn;
        // What others write comes as the whole text anew, which would take the marks away until the next drawing.
        const isOthers = transaction.docChanged && transaction.getMeta(ySyncPluginKey) !== undefined;
        return isOthers ? marksIn(transaction.doc, options) : before.map(transaction.mapping, transaction.doc);
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick: (view, at) => {
        const [mark] = key.getState(view.state)?.find(at, at) ?? [];
        const threadId: unknown = mark?.spec.threadId;
        if (typeof threadId === 'string') passages.press(threadId);
        return false;
      },
    },
    view: (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let shown: string | undefined;
      const draw = () => {
        view.dispatch(view.state.tr.setMeta(key, marksIn(view.state.doc, options)));
        if (passages.pointedAt !== shown) bringIntoSight(view, passages.pointedAt);
        shown = passages.pointedAt;
      };
      const afterRest = () => {
        clearTimeout(timer);
        timer = setTimeout(draw, drawAfterMs);
      };
      const unsubscribe = passages.subscribe(draw);
      doc.on('update', afterRest);
      afterRest();
      return {
        destroy: () => {
          clearTimeout(timer);
          unsubscribe();
          doc.off('update', afterRest);
        },
      };
    },
  });
}

/** The marks of this text's passages, and the word to the comments of where they stand. */
function marksIn(shown: Node, { live, fragment, text, language }: Commented): DecorationSet {
  const { passages } = live;
  const own = passages.marked.filter(({ passage }) => passage.text === text && passage.language === language);
  if (own.length === 0) return DecorationSet.empty;
  const find = passageFinder({ shown, fragment });
  const found = own.map((marked) => ({ ...marked, range: find(marked.passage) }));
  // Not while ProseMirror draws: whoever hears of it draws too.
  queueMicrotask(() => passages.place(new Map(found.map(({ threadId, range }) => [threadId, range?.from]))));
  const spans = found.flatMap(({ threadId, isPrivate, range }) => {
    if (range === undefined) return [];
    const classes = ['cm', isPrivate ? 'only' : '', threadId === passages.pointedAt ? 'at' : ''].filter(Boolean).join(' ');
    return [Decoration.inline(range.from, range.to, { class: classes, 'data-thread': threadId }, { threadId })];
  });
  return DecorationSet.create(shown, spans);
}

function bringIntoSight(view: EditorView, threadId: string | undefined): void {
  if (threadId === undefined) return;
  view.dom.querySelector(`[data-thread="${threadId}"]`)?.scrollIntoView({ block: 'center' });
}
