import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { charterStep } from '@/db/queries/desk/charter-step';
import { withStanding } from '@/db/queries/parties-of-desk';
import { charterLanguages } from '@/domain/charter/template';
import { DeskPage } from '../../../_frame/desk-page';
import { loadDesk } from '../../../_frame/load-desk';
import { DraftForm } from './draft-form.client';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.draft'))('title') };
}

/** The desk's first charter, clause by clause, for a moderator who may propose it. */
export default async function DraftPage() {
  const member = await requirePageActor();
  const { db, abilities, workspace } = await loadDesk();
  const t = await getTranslations('desk.draft');
  const step = await charterStep(member, db);
  const language = charterLanguages.find((known) => known === workspace.mainLanguage) ?? 'en';
  return (
    <DeskPage place="charter" crumbs={[{ label: t('title') }]}>
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
        </div>
        {step === null || !abilities['charter.propose'] ? (
          <EmptyState action={<ButtonLink href="/desk/charter">{t('toCharter')}</ButtonLink>}>
            {t(step === null ? 'inForce' : 'notYours')}
          </EmptyState>
        ) : (
          <>
            <p className="narrow">{t('lead')}</p>
            {step.kind === 'ratify' && <p className="narrow">{t('replaces', { number: step.number })}</p>}
            <DraftForm
              workspace={{ id: workspace.id, name: workspace.name }}
              parties={withStanding(workspace.parties).map(({ id, name, standing }) => ({ id, name, standing }))}
              number={step.kind === 'ratify' ? step.number + 1 : 1}
              language={language}
            />
          </>
        )}
      </main>
    </DeskPage>
  );
}
