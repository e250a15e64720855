import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { ButtonLink } from '@/components/ui/button';
import { charterStep } from '@/db/queries/desk/charter-step';
import { chartersOfDesk } from '@/db/queries/desk/charters-of-desk';
import { CharterStepNotice } from '../../_frame/charter-step';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { barToAmendment } from './bar-to-amendment';
import { CharterVersion } from './charter-version';
import { Exit } from './exit';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('charter') };
}

/** The newest version in full, the older ones folded below it. */
export default async function CharterPage() {
  const member = await requirePageActor();
  const { db, abilities } = await loadDesk();
  const t = await getTranslations('desk.charter');
  const amendment = await getTranslations('amendment');
  const versions = await chartersOfDesk(member, db);
  const [newest, ...older] = versions;
  // Whoever may ratify a proposal may also answer it with another one (SPEC H9).
  const mayReplace = abilities['charter.propose'] && (await charterStep(member, db))?.kind === 'ratify';
  const inForce = versions.find(({ state }) => state === 'in-force');
  const mayAmend = abilities['charter.propose'] && inForce !== undefined && barToAmendment(versions) === undefined;
  return (
    <DeskPage place="charter">
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
          {(mayReplace || mayAmend) && (
            <div className="end">
              {mayReplace && <ButtonLink href="/desk/charter/draft">{t('another')}</ButtonLink>}
              {mayAmend && <ButtonLink href="/desk/charter/amendment">{amendment('propose')}</ButtonLink>}
            </div>
          )}
        </div>
        <CharterStepNotice here="charter" />
        {newest !== undefined && <CharterVersion version={newest} />}
        {inForce !== undefined && <Exit sha256={inForce.sha256} />}
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
