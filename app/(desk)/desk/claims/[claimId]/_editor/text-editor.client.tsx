'use client';

import { EditorContent, useEditor } from '@tiptap/react';
import { rootName, type TextName } from '@/domain/record/shape';
import type { Peer } from './carets';
import { editorAttributes } from './editor-attributes';
import { paragraphExtensions } from './extensions';
import type { LiveDocument } from './live-document';

export type TextEditorProps = { live: LiveDocument; text: TextName; language: string; labelledBy: string; canEdit: boolean; self: Peer };

/** The editor of a text of one paragraph. */
export function TextEditor({ live, text, language, labelledBy, canEdit, self }: TextEditorProps) {
  const editor = useEditor(
    {
      immediatelyRender: false,
      editable: canEdit,
      extensions: paragraphExtensions({ live, self, fragment: live.doc.getXmlFragment(rootName(text, language)) }),
      editorProps: { attributes: editorAttributes({ labelledBy, language, isMultiline: false, canEdit }) },
    },
    [live, canEdit],
  );
  return <EditorContent editor={editor} className={canEdit ? 'line' : 'still'} />;
}
