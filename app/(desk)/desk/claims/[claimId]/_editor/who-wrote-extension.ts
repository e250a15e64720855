import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { XmlFragment } from 'yjs';
import { partyLook } from '@/components/record/party-look';
import type { LiveDocument } from './live-document';
import { stretchesOf, type Writer, writtenBy } from './who-wrote';

export type SayWriter = (writer: Writer) => string;
type Options = { live: LiveDocument; fragment: XmlFragment; sayWriter: SayWriter };

const key = new PluginKey<DecorationSet>('who-wrote');
/** How soon after a change the colours are drawn anew. Until then they move with the text. */
const drawAfterMs = 150;

/** Who wrote which letters, as decorations: nothing of it is in the document. */
export function whoWroteExtension(options: Options): Extension {
  return Extension.create({ name: 'whoWrote', addProseMirrorPlugins: () => [plugin(options)] });
}

function plugin(options: Options): Plugin<DecorationSet> {
  const { authorship, doc } = options.live;
  let shown: EditorView | undefined;
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, drawn, _before, after) => {
        const redrawn: DecorationSet | undefined = transaction.getMeta(key);
        if (redrawn !== undefined) return redrawn;
        // What others write comes as the whole text anew, which would take the colours away until the next drawing.
        const isOthers = transaction.docChanged && transaction.getMeta(ySyncPluginKey) !== undefined;
        const anew = isOthers ? drawing(transaction.doc, { view: shown, head: after.selection.head, options }) : undefined;
        return anew ?? drawn.map(transaction.mapping, transaction.doc);
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      shown = view;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const draw = () => {
        timer = undefined;
        const { state } = view;
        const drawn = drawing(state.doc, { view, head: state.selection.head, options });
        if (drawn !== undefined) view.dispatch(state.tr.setMeta(key, drawn));
      };
      const soon = () => {
        if (authorship.state !== 'off') timer ??= setTimeout(draw, drawAfterMs);
      };
      const unsubscribe = authorship.subscribe(draw);
      doc.on('update', soon);
      soon();
      return {
        update: (_view, before) => {
          if (!before.selection.eq(view.state.selection)) soon();
        },
        destroy: () => {
          shown = undefined;
          clearTimeout(timer);
          unsubscribe();
          doc.off('update', soon);
        },
      };
    },
  });
}

type Moment = { view: EditorView | undefined; head: number; options: Options };

/** The colours of a text, or undefined while the editor and the shared document have not caught up with each other. */
function drawing(text: Node, { view, head, options }: Moment): DecorationSet | undefined {
  const { live, fragment, sayWriter } = options;
  const { authorship } = live;
  if (authorship.state === 'off') return DecorationSet.empty;
  const { nodes } = text.type.schema;
  const { stretches, size } = stretchesOf(fragment, (name) => nodes[name]?.isLeaf ?? false);
  if (size !== text.content.size) return undefined;
  const runs = writtenBy(stretches, (client, clock) => authorship.writerOf(client, clock));
  const isFollowed = view?.editable === true && view.hasFocus();
  const atCaret = isFollowed ? runs.find(({ at, words }) => at < head && head <= at + words.length) : undefined;
  if (isFollowed) authorship.pointAt(atCaret?.writer);
  const spans = runs.map((run) => {
    const { at, words, writer } = run;
    const attributes = attributesOf(writer, {
      isAtCaret: run === atCaret,
      isFocusable: view?.editable === false,
      said: sayWriter(writer),
    });
    return Decoration.inline(at, at + words.length, attributes);
  });
  return DecorationSet.create(text, spans);
}

/** A text that is only read has no caret: there each span is a stop of the Tab key. */
function attributesOf(
  { party }: Writer,
  { isAtCaret, isFocusable, said }: { isAtCaret: boolean; isFocusable: boolean; said: string },
): Record<string, string> {
  const look = party === null ? '' : partyLook(party.position).className;
  return {
    class: `au ${look} ${isAtCaret ? 'at' : ''}`.trimEnd(),
    title: said,
    'data-who': said,
    'data-letter': party?.letter ?? '',
    ...(isFocusable ? { tabindex: '0' } : {}),
  };
}
