import { getTranslations } from 'next-intl/server';
import { PartyName } from '@/components/parity/parity-charts';
import { workOfParties } from '@/db/queries/desk/work-of-parties';
import { loadDesk } from '../../_frame/load-desk';

const kinds = ['attached', 'accepted', 'disputed', 'questions'] as const;

/** What each signing party did with sources and questions. */
export async function EvidenceWork({ since }: { since: string | undefined }) {
  const { member, db, workspace } = await loadDesk();
  const t = await getTranslations('parity.desk');
  const figure = await getTranslations('parity');
  const done = await workOfParties({ workspaceId: member.workspaceId, since }, db);
  const parties = workspace.parties.filter(({ standing }) => standing === 'signing');
  return (
    <div className="wide-table">
      <table className="figures">
        <caption className="vh">{t('evidence')}</caption>
        <thead>
          <tr>
            <th scope="col">{figure('figure')}</th>
            {parties.map((party) => (
              <th key={party.id} scope="col">
                <PartyName party={party} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(kind)}</th>
              {parties.map(({ id }) => (
                <td key={id} className="num">
                  {done.find(({ partyId }) => partyId === id)?.[kind] ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
