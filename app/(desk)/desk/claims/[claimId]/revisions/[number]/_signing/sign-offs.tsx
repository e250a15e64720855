import { getTranslations } from 'next-intl/server';
import { PartyMark } from '@/components/record/party-mark';
import { DateText } from '@/components/ui/date-text';
import { Digest } from '@/components/ui/digest';
import type { DeskRevision } from '@/db/queries/desk/revision-of-desk';
import { loadDesk } from '../../../../../../_frame/load-desk';

/** What each party has said so far, with the digest of its statement and a way to its bytes. */
export async function SignOffs({ revision }: { revision: DeskRevision }) {
  const { workspace } = await loadDesk();
  const t = await getTranslations('desk.signing');
  const decisions = await getTranslations('decision');
  const parties = workspace.parties.filter(({ standing }) => standing === 'signing');
  return (
    <>
      <h2>{t('positions')}</h2>
      <ul>
        {parties.map((party) => {
          const own = revision.signOffs.filter(({ partyId }) => partyId === party.id);
          return (
            <li key={party.id} className="hist-line">
              <PartyMark position={party.position} letter={party.letter} hollow={own.length === 0} /> <b>{party.name}</b>{' '}
              {own.length === 0 && (
                <span className="muted">{decisions(revision.state === 'signing' ? 'awaiting' : 'missing')}</span>
              )}
              {own.map((signOff) => (
                <div key={signOff.id}>
                  <p>
                    <b>{decisions(signOff.decision)}</b>{' '}
                    <span className="muted">
                      {t('by', {
                        signer: signOff.signerName === '' ? decisions('moderatorOf', { party: party.name }) : signOff.signerName,
                      })}
                    </span>
                  </p>
                  {signOff.reason !== null && (
                    <p className="read" dir="auto">
                      {signOff.cites !== null && <b>{signOff.cites} </b>}
                      {signOff.reason}
                    </p>
                  )}
                  <DateText at={signOff.at} timeZone={workspace.timeZone} />
                  <a href={`/desk/claims/${revision.claimId}/revisions/${revision.number}/sign-offs/${signOff.position}`}>
                    <Digest value={signOff.sha256} algorithm="SHA-256" />
                  </a>
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </>
  );
}
