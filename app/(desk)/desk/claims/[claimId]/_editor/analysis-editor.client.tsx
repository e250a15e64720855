'use client';

import { EditorContent, useEditor } from '@tiptap/react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { rootName } from '@/domain/record/shape';
import { AnalysisTools } from './analysis-tools.client';
import type { CitedSource, LabelOf } from './citation-node';
import { CommentButton } from './comment-button.client';
import { editorAttributes } from './editor-attributes';
import { analysisExtensions } from './extensions';
import type { TextEditorProps } from './text-editor.client';
import { useSayWriter } from './use-say-writer.client';

/** The editor of the analysis, with its tools and the menu that cites a source. */
export function AnalysisEditor({
  live,
  language,
  labelledBy,
  canEdit,
  self,
  sources,
  children,
}: Omit<TextEditorProps, 'text'> & { sources: CitedSource[] }) {
  const words = useTranslations('record');
  const known = useRef(sources);
  useEffect(() => {
    known.current = sources;
  }, [sources]);
  const labelOf: LabelOf = (id) => {
    const source = known.current.find((candidate) => candidate.id === id);
    if (source === undefined) return { text: words('citationMissing'), spoken: words('citationMissing'), isKnown: false };
    return { text: `E${source.number}`, spoken: words('citation', { number: source.number }), isKnown: true };
  };
  const sayWriter = useSayWriter();
  const text = 'analysis';
  const commented = { live, text, language, fragment: live.doc.getXmlFragment(rootName(text, language)) } as const;
  const editor = useEditor(
    {
      immediatelyRender: false,
      editable: canEdit,
      extensions: analysisExtensions({ ...commented, self, sayWriter, labelOf }),
      editorProps: { attributes: editorAttributes({ labelledBy, language, isMultiline: true, canEdit }) },
    },
    [live, canEdit],
  );
  if (editor === null) return children;
  return (
    <>
      {canEdit && <AnalysisTools editor={editor} sources={sources} />}
      <div className="commentable">
        <EditorContent editor={editor} className={canEdit ? 'prose line' : 'prose'} />
        <CommentButton editor={editor} commented={commented} />
      </div>
    </>
  );
}
