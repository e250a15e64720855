import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { XmlFragment } from 'yjs';
import { partyLook } from '@/components/record/party-look';
import type { LiveDocument } from './live-document';
import { stretchesOf, type Writer, type WrittenBy, writtenBy } from './who-wrote';

export type SayWriter = (writer: Writer) => string;
type Options = { live: LiveDocument; fragment: XmlFragment; sayWriter: SayWriter };

const key = new PluginKey<DecorationSet>('who-wrote');
/**
 * How long typing rests before the colours are drawn anew; until then they move with the text. ProseMirror sets the caret when it draws, and would put it
 * back if it drew between a key and the browser's word of where that key moved it.
 */
const drawAfterMs = 300;

/** Who wrote which letters, as decorations: nothing of it is in the document. */
export function whoWroteExtension(options: Options): Extension {
  return Extension.create({ name: 'whoWrote', addProseMirrorPlugins: () => [plugin(options)] });
}

function plugin(options: Options): Plugin<DecorationSet> {
  const { authorship, doc } = options.live;
  let isEditable = true;
  let runs: readonly WrittenBy[] = [];
  const drawn = (text: Node): DecorationSet | undefined => {
    const found = runsIn(text, options);
    runs = found ?? runs;
    return (
      found &&
      DecorationSet.create(
        text,
        found.map((run) => span(run, { isEditable, sayWriter: options.sayWriter })),
      )
    );
  };
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const redrawn: DecorationSet | undefined = transaction.getMeta(key);
        if (redrawn !== undefined) return redrawn;
        // What others write comes as the whole text anew, which would take the colours away until the next drawing.
        const isOthers = transaction.docChanged && transaction.getMeta(ySyncPluginKey) !== undefined;
        return (isOthers ? drawn(transaction.doc) : undefined) ?? before.map(transaction.mapping, transaction.doc);
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      isEditable = view.editable;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const draw = () => {
        const colours = drawn(view.state.doc);
        if (colours !== undefined) view.dispatch(view.state.tr.setMeta(key, colours));
      };
      const afterRest = () => {
        clearTimeout(timer);
        if (authorship.state !== 'off') timer = setTimeout(draw, drawAfterMs);
      };
      const unsubscribe = authorship.subscribe(draw);
      doc.on('update', afterRest);
      afterRest();
      return {
        update: ({ state, editable }) => {
          if (!editable || !view.hasFocus()) return;
          const { head } = state.selection;
          authorship.pointAt(runs.find(({ at, words }) => at < head && head <= at + words.length)?.writer);
        },
        destroy: () => {
          clearTimeout(timer);
          unsubscribe();
          doc.off('update', afterRest);
        },
      };
    },
  });
}

/** Undefined while the editor and the shared document have not caught up with each other. */
function runsIn(text: Node, { live, fragment }: Options): WrittenBy[] | undefined {
  const { authorship } = live;
  if (authorship.state === 'off') return [];
  const { nodes } = text.type.schema;
  const { stretches, size } = stretchesOf(fragment, (name) => nodes[name]?.isLeaf ?? false);
  return size === text.content.size ? writtenBy(stretches, (client, clock) => authorship.writerOf(client, clock)) : undefined;
}

/** A text that is only read has no caret: there each span is a stop of the Tab key. */
function span(
  { at, words, writer }: WrittenBy,
  { isEditable, sayWriter }: { isEditable: boolean; sayWriter: SayWriter },
): Decoration {
  const { party } = writer;
  const said = sayWriter(writer);
  return Decoration.inline(at, at + words.length, {
    class: party === null ? 'au' : `au ${partyLook(party.position).className}`,
    title: said,
    'data-who': said,
    'data-letter': party?.letter ?? '',
    ...(isEditable ? {} : { tabindex: '0' }),
  });
}
