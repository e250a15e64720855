import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { Stage } from '@/domain/claim/stage';

/** What a steward sees of the claims: a number and a stage, no word of a draft (SPEC A5). */
export async function StagesOnly({ claims }: { claims: { number: number; stage: Stage }[] }) {
  const t = await getTranslations('desk.claims');
  const states = await getTranslations('state');
  return (
    <>
      <Notice title={t('stewardTitle')}>{t('stewardText')}</Notice>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('stage')}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map(({ number, stage }) => (
            <tr key={number}>
              <td className="num">{number}</td>
              <td>{states(stage)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
