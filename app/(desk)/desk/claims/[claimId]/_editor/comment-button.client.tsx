'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type Commented, chooseSelection } from './comment-extension';

/** Stands behind the text while something in it is selected: the next stop of the Tab key, and within reach of the pointer. */
export function CommentButton({ editor, commented }: { editor: Editor; commented: Commented }) {
  const t = useTranslations('discussion.comments');
  const { isSelected, line } = useEditorState({ editor, selector: ({ editor: now }) => selectionOf(now) });
  if (!isSelected) return null;
  return (
    <Button
      size="small"
      className="say"
      icon={<Icon as={MessageSquarePlus} />}
      style={{ insetBlockStart: `${line}px` }}
      title={t('shortcut')}
      // The selection would go with the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => chooseSelection(editor, commented)}
    >
      {t('onPassage')}
    </Button>
  );
}

/** Whether words are selected, and how far below the top of the text the selection ends. A citation alone is no words. */
function selectionOf({ state, view, isInitialized }: Editor): { isSelected: boolean; line: number } {
  const { from, to } = state.selection;
  if (!isInitialized || state.doc.textBetween(from, to).trim() === '') return { isSelected: false, line: 0 };
  const top = view.dom.parentElement?.getBoundingClientRect().top ?? 0;
  return { isSelected: true, line: Math.round(view.coordsAtPos(to).bottom - top) };
}
