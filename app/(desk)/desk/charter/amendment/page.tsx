import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { chartersOfDesk } from '@/db/queries/desk/charters-of-desk';
import { charterLanguages } from '@/domain/charter/template';
import { DeskPage } from '../../../_frame/desk-page';
import { loadDesk } from '../../../_frame/load-desk';
import { barToAmendment } from '../bar-to-amendment';
import { DraftForm } from '../draft/draft-form.client';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('amendment'))('title') };
}

/** The next version of the charter in force, clause by clause, with what is in force beside what would be. */
export default async function AmendmentPage() {
  const member = await requirePageActor();
  const { db, abilities, workspace } = await loadDesk();
  const t = await getTranslations('amendment');
  const versions = await chartersOfDesk(member, db);
  const inForce = versions.find(({ state }) => state === 'in-force')?.charter;
  const bar = barToAmendment(versions);
  const language = charterLanguages.find((known) => known === inForce?.language) ?? 'en';
  // Who has left is named by no later version, and who is outside joins as a new party.
  const stays = workspace.parties.filter(({ standing }) => standing !== 'outside').map(({ id }) => id);
  return (
    <DeskPage place="charter" crumbs={[{ label: t('title') }]}>
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
        </div>
        {inForce === undefined || bar !== undefined || !abilities['charter.propose'] ? (
          <EmptyState action={<ButtonLink href="/desk/charter">{t('toCharter')}</ButtonLink>}>
            {bar !== undefined
              ? t(`bar.${bar.code}`, { number: bar.number })
              : t(inForce === undefined ? 'noneInForce' : 'notYours')}
          </EmptyState>
        ) : (
          <>
            <p className="narrow">{t('lead', { days: inForce.parameters.noticeDays })}</p>
            <DraftForm
              workspace={{ id: workspace.id, name: workspace.name }}
              parties={inForce.parties.filter(({ id }) => stays.includes(id))}
              number={(versions[0]?.number ?? 0) + 1}
              language={language}
              inForce={inForce}
            />
          </>
        )}
      </main>
    </DeskPage>
  );
}
