'use client';

import { EditorContent, useEditor } from '@tiptap/react';
import { useTranslations } from 'next-intl';
import { notesDocument } from '@/domain/record/document-name';
import { LinkNotices } from '../_record/link-notices.client';
import { SaveState } from '../_record/save-state.client';
import type { Peer } from './carets';
import { editorAttributes } from './editor-attributes';
import { notesExtensions } from './extensions';
import type { LiveDocument } from './live-document';
import { useLiveDocument } from './use-live-document.client';

const root = 'notes';
const roots = { texts: [root], hasFields: false };
const isMultiline = () => true;

type NotesEditorProps = { claimId: string; partyId: string; personId: string; self: Peer };

/** The party's private notes: a document of their own, on a connection of their own. */
export function NotesEditor({ claimId, partyId, personId, self }: NotesEditorProps) {
  const t = useTranslations('editor.notes');
  const link = useLiveDocument({ name: notesDocument(claimId, partyId), personId, roots, isMultiline });
  const canEdit = link.closedWith === undefined;
  return (
    <>
      <p className="lab">
        <span id="notes-label">{t('label')}</span>
        <SaveState link={link} notices="notes" />
      </p>
      <LinkNotices link={link} id="notes" canEdit={canEdit} />
      {link.live === undefined ? (
        <p className="muted">{t(link.closedWith === undefined ? 'opening' : 'closed')}</p>
      ) : (
        <NotesText live={link.live} self={self} canEdit={canEdit} />
      )}
    </>
  );
}

function NotesText({ live, self, canEdit }: { live: LiveDocument; self: Peer; canEdit: boolean }) {
  const editor = useEditor(
    {
      immediatelyRender: false,
      editable: canEdit,
      extensions: notesExtensions({ live, self, fragment: live.doc.getXmlFragment(root) }),
      editorProps: { attributes: editorAttributes({ labelledBy: 'notes-label', isMultiline: true, canEdit }) },
    },
    [live, canEdit],
  );
  return <EditorContent editor={editor} className="prose line" />;
}
