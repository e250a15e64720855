import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { chartersOfDesk } from '@/db/queries/desk/charters-of-desk';
import { withStanding } from '@/db/queries/parties-of-desk';
import { DeskPage } from '../../../_frame/desk-page';
import { loadDesk } from '../../../_frame/load-desk';
import { NotForStewards } from '../../../_frame/not-for-stewards';
import { barToAmendment } from '../bar-to-amendment';
import { BeginDraft } from './begin-draft.client';
import { DraftBoard } from './draft-board.client';
import { LastDraft } from './last-draft';
import { loadDrafts } from './load-drafts';
import { BarNotice, EndedNotice } from './since-draft';
import { WhenEnded } from './when-ended.client';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('charterDraft'))('title') };
}

/** The draft of the desk's next charter, for the members of every party; members of signing parties write it, all at once. */
export default async function DraftPage() {
  const member = await requirePageActor();
  const { db, abilities, workspace } = await loadDesk();
  const t = await getTranslations('charterDraft');
  const amendment = await getTranslations('amendment');
  const first = await getTranslations('desk.draft');
  if (!abilities['draft.read'])
    return (
      <DeskPage place="charter" words="charterDraft" crumbs={[{ label: t('title') }]}>
        <NotForStewards />
      </DeskPage>
    );
  const versions = await chartersOfDesk(member, db);
  const inForce = versions.find(({ state }) => state === 'in-force')?.charter;
  const [newest] = versions;
  const { open, last } = await loadDrafts();
  const bar = inForce === undefined ? undefined : barToAmendment(versions);
  const barred = bar && amendment(`bar.${bar.code}`, { number: bar.number });
  // A draft that is begun in a notice ends with it, and nobody can propose it before (SPEC H14, H19).
  const mayBegin = abilities['charter.draft'] && bar?.code !== 'in-notice';
  const present = withStanding(workspace.parties).map(({ id, name, standing }) => ({ id, name, standing }));
  const { party } = member;
  return (
    <DeskPage place="charter" words="charterDraft" crumbs={[{ label: t('title') }]}>
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
        </div>
        <WhenEnded isOpen={open !== undefined}>
          {open === undefined && last !== undefined && newest !== undefined && <EndedNotice newest={newest} />}
        </WhenEnded>
        {barred !== undefined && newest !== undefined && <BarNotice bar={barred} newest={newest} isOpen={open !== undefined} />}
        <p className="narrow">
          {inForce === undefined ? first('lead') : amendment('lead', { days: inForce.parameters.noticeDays })}
        </p>
        {inForce === undefined && newest?.state === 'proposed' && (
          <p className="narrow">{first('replaces', { number: newest.number })}</p>
        )}
        {open !== undefined && (
          <>
            <p className="narrow">{t(abilities['charter.draft'] ? 'together' : 'reading')}</p>
            <noscript>
              <Notice tone="wait">{t('needsScript')}</Notice>
            </noscript>
            <DraftBoard
              key={open.name}
              document={open.name}
              draft={open.number}
              personId={member.personId}
              self={{
                name: member.name,
                party: party?.name ?? null,
                position: party?.position ?? null,
                letter: party?.letter ?? null,
              }}
              workspace={{ id: workspace.id, name: workspace.name }}
              number={(newest?.number ?? 0) + 1}
              present={present}
              values={open.values}
              inForce={inForce}
              mayDraft={abilities['charter.draft']}
              mayPropose={abilities['charter.propose']}
              bar={barred}
            />
          </>
        )}
        {open === undefined && (
          <EmptyState action={mayBegin && <BeginDraft again={last !== undefined} />}>
            {t(inForce === undefined ? 'noneFirst' : 'none')}
          </EmptyState>
        )}
        {open === undefined && last !== undefined && (
          <LastDraft draft={last} present={present} inForce={inForce} workspace={workspace} />
        )}
      </main>
    </DeskPage>
  );
}
