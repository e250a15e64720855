'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PrivateFrame } from '@/components/record/private-frame';
import { useSeat } from '../_record/record-context.client';
import { untilItComes } from '../_record/until-it-comes';

const NotesEditor = dynamic(
  () => untilItComes(() => import('../_editor/notes-editor.client').then((module) => module.NotesEditor)),
  { ssr: false },
);

export type NotesPanelProps = { party: { id: string; name: string }; readers: number; excluded: string[] };

/** Opened when somebody first looks, and then kept: a hidden editor must not lose what is on its way. */
export function NotesPanel({ party, readers, excluded, isOpened }: NotesPanelProps & { isOpened: boolean }) {
  const { claimId, personId, self } = useSeat();
  const t = useTranslations('history.notes');
  return (
    <PrivateFrame party={party.name} readers={readers} excluded={excluded}>
      {isOpened && <NotesEditor claimId={claimId} partyId={party.id} personId={personId} self={self} />}
      <p>
        <Link href={`/desk/claims/${claimId}/notes/history`}>{t('all')}</Link>
      </p>
    </PrivateFrame>
  );
}
