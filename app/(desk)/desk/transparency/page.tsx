import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { CharterStepNotice } from '../../_frame/charter-step';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { NotForStewards } from '../../_frame/not-for-stewards';
import { loadStatements } from './_statements/load-statements';
import { Statement } from './_statements/statement';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('transparency') };
}

/** What the desk and its parties say about themselves: written, confirmed and confirmed again here (C40). */
export default async function TransparencyPage() {
  await requirePageActor();
  const { abilities } = await loadDesk();
  if (!abilities['transparency.read']) {
    return (
      <DeskPage place="transparency">
        <NotForStewards />
      </DeskPage>
    );
  }
  const t = await getTranslations('transparency');
  const { days, statements } = await loadStatements();
  return (
    <DeskPage place="transparency" words="transparency">
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
        </div>
        <CharterStepNotice here="transparency" />
        <p className="narrow">{t.rich('rule', { page: (words) => <Link href="/transparency">{words}</Link> })}</p>
        {days !== undefined && <p className="narrow">{days > 0 ? t('asked', { days }) : t('notAsked')}</p>}
        <div className="narrow">
          {statements.map((statement) => (
            <Statement key={`${statement.section} ${statement.party?.id ?? ''}`} statement={statement} />
          ))}
        </div>
      </main>
    </DeskPage>
  );
}
