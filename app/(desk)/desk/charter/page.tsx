import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { EmptyState } from '@/components/ui/empty-state';
import { chartersOfDesk } from '@/db/queries/desk/charters-of-desk';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { CharterVersion } from './charter-version';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('charter') };
}

/** The newest version in full, the older ones folded below it. */
export default async function CharterPage() {
  const member = await requirePageActor();
  const { db } = await loadDesk();
  const t = await getTranslations('desk.charter');
  const [newest, ...older] = await chartersOfDesk(member, db);
  return (
    <DeskPage place="charter">
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
        </div>
        {newest === undefined ? <EmptyState>{t('none')}</EmptyState> : <CharterVersion version={newest} />}
        {older.map((version) => (
          <details key={version.id} className="narrow">
            <summary className="btn">{t('older', { number: version.number })}</summary>
            <CharterVersion version={version} />
          </details>
        ))}
      </main>
    </DeskPage>
  );
}
