import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { claimStages } from '@/db/queries/desk/claim-stages';
import { CharterStepNotice } from '../../../_frame/charter-step';
import { loadDesk } from '../../../_frame/load-desk';

/** What a steward sees of the claims: a number and a stage, no word of a draft (SPEC A5). */
export async function StagesOnly({ before }: { before: string | string[] | undefined }) {
  const { member, db } = await loadDesk();
  const t = await getTranslations('desk.claims');
  const states = await getTranslations('state');
  const from = typeof before === 'string' && /^\d{1,9}$/.test(before) ? Number(before) : undefined;
  const { items, nextCursor } = await claimStages({ workspaceId: member.workspaceId, before: from }, db);
  return (
    <main id="main" className="list" tabIndex={-1}>
      <div className="lh">
        <h1>{t('title')}</h1>
      </div>
      <CharterStepNotice />
      <Notice title={t('stewardTitle')}>{t('stewardText')}</Notice>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('stage')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ number, stage }) => (
            <tr key={number}>
              <td className="num">{number}</td>
              <td>{states(stage)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pagination
        previous={from === undefined ? undefined : '/desk/claims'}
        next={nextCursor === undefined ? undefined : `/desk/claims?before=${nextCursor}`}
      />
    </main>
  );
}
