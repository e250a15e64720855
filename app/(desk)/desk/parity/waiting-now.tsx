import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PartyName } from '@/components/parity/parity-charts';
import { DateText } from '@/components/ui/date-text';
import { revisionsThatWait } from '@/db/queries/desk/claim-waits';
import { revisionsInSigning } from '@/db/queries/desk/revisions-in-signing';
import { loadDesk } from '../../_frame/load-desk';

/** Every revision in signing with the parties whose signature it lacks, the one that has waited longest first. */
export async function WaitingNow() {
  const { member, db, workspace, partyOf } = await loadDesk();
  const t = await getTranslations('parity.desk');
  const [open, waits] = await Promise.all([revisionsInSigning(member, db), revisionsThatWait(member, db)]);
  const waiting = open
    .map((revision) => ({ ...revision, missing: waits.find(({ revisionId }) => revisionId === revision.id)?.missing ?? [] }))
    .filter(({ missing }) => missing.length > 0)
    .toSorted((a, b) => new Date(a.frozenAt).getTime() - new Date(b.frozenAt).getTime());
  if (waiting.length === 0) return <p>{t('nothing')}</p>;
  return (
    <>
      <p>{t('nowWhat')}</p>
      <div className="wide-table">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('claim')}</th>
              <th scope="col">{t('since')}</th>
              <th scope="col">{t('missing')}</th>
            </tr>
          </thead>
          <tbody>
            {waiting.map(({ id, claimId, number, heading, language, frozenAt, missing }) => (
              <tr key={id}>
                <th scope="row">
                  <Link href={`/desk/claims/${claimId}/revisions/${number}`} lang={language}>
                    <bdi>{heading}</bdi>
                  </Link>
                </th>
                <td>
                  <DateText at={frozenAt} timeZone={workspace.timeZone} />
                </td>
                <td>
                  {missing
                    .flatMap((partyId) => partyOf(partyId) ?? [])
                    .map((party) => (
                      <div key={party.id}>
                        <PartyName party={party} />
                      </div>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
