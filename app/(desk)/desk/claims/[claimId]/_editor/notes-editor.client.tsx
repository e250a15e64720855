'use client';

import { EditorContent, useEditor } from '@tiptap/react';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { notesDocument } from '@/domain/record/document-name';
import { SaveState } from '../_record/save-state.client';
import type { Peer } from './carets';
import { editorAttributes } from './editor-attributes';
import { notesExtensions } from './extensions';
import type { LiveDocument } from './live-document';
import { paragraphs } from './read-texts';
import { useLiveDocument } from './use-live-document.client';

const root = 'notes';

/** The party's private notes: a document of their own, on a connection of their own. */
export function NotesEditor({ claimId, partyId, self }: { claimId: string; partyId: string; self: Peer }) {
  const t = useTranslations('editor.notes');
  const keep = useCallback((live: LiveDocument) => paragraphs(live.doc.getXmlFragment(root)).join('\n\n'), []);
  const link = useLiveDocument(notesDocument(claimId, partyId), { keep });
  return (
    <>
      <p className="lab">
        <span id="notes-label">{t('label')}</span>
        <SaveState link={link} />
      </p>
      {link.live === undefined ? (
        <p className="muted">{t(link.closedWith === undefined ? 'opening' : 'closed')}</p>
      ) : (
        <NotesText live={link.live} self={self} />
      )}
      {link.refused !== undefined && <pre className="raw-box kept">{link.refused.kept}</pre>}
    </>
  );
}

function NotesText({ live, self }: { live: LiveDocument; self: Peer }) {
  const editor = useEditor(
    {
      immediatelyRender: false,
      extensions: notesExtensions({ live, self, fragment: live.doc.getXmlFragment(root) }),
      editorProps: { attributes: editorAttributes({ labelledBy: 'notes-label', isMultiline: true, canEdit: true }) },
    },
    [live],
  );
  return <EditorContent editor={editor} className="prose line" />;
}
