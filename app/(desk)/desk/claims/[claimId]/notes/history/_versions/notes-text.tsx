import { getTranslations } from 'next-intl/server';
import { Blocks } from '@/components/record/blocks';
import { Notice } from '@/components/ui/notice';
import { loadDesk } from '../../../../../../_frame/load-desk';

/** The notes as they were. */
export async function NotesText({ document, seq }: { document: string; seq: number }) {
  const { context } = await loadDesk();
  const t = await getTranslations('desk.versions');
  const version = await context.collab.notesAt(document, seq).catch((fault: unknown) => {
    if (fault instanceof Error && fault.name === 'UnprojectableError') return undefined;
    throw fault;
  });
  if (version === undefined) return <Notice tone="wait">{t('unreadable')}</Notice>;
  return (
    <div className="read prose" dir="auto">
      <Blocks blocks={version.blocks} numbers={new Map()} shift={1} citations="chip" />
    </div>
  );
}
