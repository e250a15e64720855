import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { charterStep } from '@/db/queries/desk/charter-step';
import { chartersOfDesk } from '@/db/queries/desk/charters-of-desk';
import { openCharterDraft } from '@/db/queries/open-charter-draft';
import { CharterStepNotice } from '../../_frame/charter-step';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { CharterVersion } from './charter-version';
import { Exit } from './exit';
import { mayRatify } from './may-ratify';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('charter') };
}

/** The newest version in full, the older ones folded below it. */
export default async function CharterPage() {
  const member = await requirePageActor();
  const desk = await loadDesk();
  const { db, abilities } = desk;
  const t = await getTranslations('desk.charter');
  const draft = await getTranslations('charterDraft');
  const versions = await chartersOfDesk(member, db);
  const [newest, ...older] = versions;
  const ratify = await getTranslations('desk.ratify');
  const may = newest && mayRatify(newest, desk);
  const mayDraft = abilities['charter.draft'];
  // Whoever may ratify a first proposal may also answer it with another one (SPEC H9).
  const isProposed = (await charterStep(member, db))?.kind === 'ratify';
  const inForce = versions.find(({ state }) => state === 'in-force');
  const isDrafted = abilities['draft.read'] && (await openCharterDraft(member, db)) !== undefined;
  return (
    <DeskPage place="charter">
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
          {(mayDraft ? isProposed || inForce !== undefined : isDrafted) && (
            <div className="end">
              <ButtonLink href="/desk/charter/draft">
                {!mayDraft ? draft('read') : isProposed ? t('another') : draft('open')}
              </ButtonLink>
            </div>
          )}
        </div>
        <CharterStepNotice here="charter" />
        {newest !== undefined && may?.isWaitedFor && (
          <Notice
            tone="wait"
            title={ratify('asked', { number: newest.number, party: may.party })}
            actions={
              <a className="btn" href="#ratify">
                {ratify('toForm')}
              </a>
            }
          >
            {ratify('askedText')}
          </Notice>
        )}
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
