'use client';

import { EditorContent, useEditor } from '@tiptap/react';
import type { ReactNode } from 'react';
import { rootName, type TextName } from '@/domain/record/shape';
import type { Peer } from './carets';
import { CommentButton } from './comment-button.client';
import { editorAttributes } from './editor-attributes';
import { paragraphExtensions } from './extensions';
import type { LiveDocument } from './live-document';
import { useSayWriter } from './use-say-writer.client';

export type TextEditorProps = {
  live: LiveDocument;
  text: TextName;
  language: string;
  labelledBy: string;
  canEdit: boolean;
  self: Peer;
  children: ReactNode;
};

/** The editor of a text of one paragraph. Its children are the text as it was read, shown until the editor stands. */
export function TextEditor({ live, text, language, labelledBy, canEdit, self, children }: TextEditorProps) {
  const sayWriter = useSayWriter();
  const commented = { live, text, language, fragment: live.doc.getXmlFragment(rootName(text, language)) };
  const editor = useEditor(
    {
      immediatelyRender: false,
      editable: canEdit,
      extensions: paragraphExtensions({ ...commented, self, sayWriter }),
      editorProps: { attributes: editorAttributes({ labelledBy, language, isMultiline: false, canEdit }) },
    },
    [live, canEdit],
  );
  if (editor === null) return children;
  return (
    <div className="commentable">
      <EditorContent editor={editor} className={canEdit ? 'line' : 'still'} />
      <CommentButton editor={editor} commented={commented} />
    </div>
  );
}
