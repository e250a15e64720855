import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { DateText } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { importsOfDesk } from '@/db/queries/desk/imports-of-desk';
import { DeskPage } from '../../../_frame/desk-page';
import { loadDesk } from '../../../_frame/load-desk';
import { Ways } from '../_intake/ways';
import { BringForm } from './bring-form.client';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('intake.import'))('title') };
}

/** A list of claims is brought here; below stand those that the party has brought (SPEC IN10). */
export default async function ImportPage() {
  const member = await requirePageActor();
  const { abilities, db } = await loadDesk();
  const t = await getTranslations('intake.import');
  const { workspaceId, party } = member;
  const may = abilities['claim.import'] && party !== null;
  const brought = may ? await importsOfDesk({ workspaceId, partyId: party.id }, db) : [];
  return (
    <DeskPage place="claims" crumbs={[{ label: t('title') }]}>
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
          {may && <Ways current="list" />}
        </div>
        {may ? <BringForm /> : <EmptyState>{t('notYours')}</EmptyState>}
        {brought.length > 0 && (
          <section className="narrow" aria-labelledby="brought">
            <h2 id="brought">{t('brought', { party: party?.name ?? '' })}</h2>
            <ul className="todo">
              {brought.map(({ id, fileName, state, rows, counts, readAt }) => (
                <li key={id}>
                  <Link href={`/desk/claims/import/${id}`}>
                    <bdi>{fileName}</bdi>
                  </Link>
                  <p className="muted num">
                    {t(`state.${state}`)} ·{' '}
                    {t('counts', { rows, taken: counts.taken, known: counts.known, refused: counts.refused })} ·{' '}
                    <DateText at={readAt} />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </DeskPage>
  );
}
