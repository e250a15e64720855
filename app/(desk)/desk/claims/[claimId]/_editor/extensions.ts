import type { Extensions } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import StarterKit from '@tiptap/starter-kit';
import type { XmlFragment } from 'yjs';
import { carets, type Peer } from './carets';
import { Citation, type LabelOf } from './citation-node';
import { type Commented, commentExtension } from './comment-extension';
import type { LiveDocument } from './live-document';
import { OneParagraph, Paragraphs } from './one-paragraph';
import { RedoCaret } from './redo-caret';
import { type SayWriter, whoWroteExtension } from './who-wrote-extension';

type Place = { live: LiveDocument; fragment: XmlFragment; self: Peer };
type Signed = Place & Commented & { sayWriter: SayWriter };

/**
 * Exactly the nodes and marks of domain/record/shape.ts. No trailing node and no history of Tiptap's own: the first would write into a document that
 * somebody only opened, the second would undo other people's words.
 */
const everyText = {
  undoRedo: false,
  trailingNode: false,
  link: false,
  underline: false,
  strike: false,
  code: false,
  codeBlock: false,
  horizontalRule: false,
} as const;

export function paragraphExtensions({ live, fragment, self, sayWriter, text, language }: Signed): Extensions {
  const plain = {
    document: false,
    heading: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    listKeymap: false,
    blockquote: false,
    bold: false,
    italic: false,
    hardBreak: false,
  } as const;
  return [
    StarterKit.configure({ ...everyText, ...plain }),
    Paragraphs,
    OneParagraph,
    Collaboration.configure({ fragment }),
    RedoCaret,
    carets(live.provider, self),
    whoWroteExtension({ live, fragment, sayWriter }),
    commentExtension({ live, fragment, text, language }),
  ];
}

export function analysisExtensions({
  live,
  fragment,
  self,
  sayWriter,
  text,
  language,
  labelOf,
}: Signed & { labelOf: LabelOf }): Extensions {
  return [
    StarterKit.configure({ ...everyText, heading: { levels: [2, 3] } }),
    Citation.configure({ labelOf }),
    Collaboration.configure({ fragment }),
    RedoCaret,
    carets(live.provider, self),
    whoWroteExtension({ live, fragment, sayWriter }),
    commentExtension({ live, fragment, text, language }),
  ];
}

/** Private notes: the same texts without citations, since nothing of them is ever published. */
export function notesExtensions({ live, fragment, self }: Place): Extensions {
  return [
    StarterKit.configure({ ...everyText, heading: { levels: [2, 3] } }),
    Collaboration.configure({ fragment }),
    RedoCaret,
    carets(live.provider, self),
  ];
}
