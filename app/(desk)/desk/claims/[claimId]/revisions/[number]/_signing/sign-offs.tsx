import { getTranslations } from 'next-intl/server';
import { Cited } from '@/components/record/cited';
import { PartyMark } from '@/components/record/party-mark';
import { DateText } from '@/components/ui/date-text';
import { Digest } from '@/components/ui/digest';
import type { DeskMadeSignOff, DeskRevision } from '@/db/queries/desk/revision-of-desk';
import { isApproval } from '@/domain/charter/approvals';
import { signingParties } from '@/domain/charter/consent';
import { loadDesk } from '../../../../../../_frame/load-desk';

/** What each party has said so far, with the digest of its statement and a way to its bytes. What was taken back stays, struck, with the reason (SPEC L19). */
export async function SignOffs({ revision }: { revision: DeskRevision }) {
  const { partyOf } = await loadDesk();
  const t = await getTranslations('desk.signing');
  const decisions = await getTranslations('decision');
  const isOpen = revision.state === 'signing' || revision.state === 'cooling-off';
  return (
    <>
      <h2>{t('positions')}</h2>
      <ul>
        {signingParties(revision.charter.charter).map(({ id, name }) => {
          const party = partyOf(id);
          const own = revision.made.filter(({ partyId }) => partyId === id);
          const standing = own.filter(({ withdrawn }) => withdrawn === null);
          const stands = standing.length > 0;
          // Filled for consent and for nothing else, as in the seal.
          const approves = standing.some(({ decision }) => isApproval(decision));
          return (
            <li key={id} className="hist-line">
              {party !== undefined && <PartyMark position={party.position} letter={party.letter} hollow={!approves} />}{' '}
              <b>{name}</b> {!stands && <span className="muted">{decisions(isOpen ? 'awaiting' : 'missing')}</span>}
              {own.map((signOff) => (
                <SignOff key={signOff.id} revision={revision} signOff={signOff} party={name} />
              ))}
            </li>
          );
        })}
      </ul>
    </>
  );
}

async function SignOff({ revision, signOff, party }: { revision: DeskRevision; signOff: DeskMadeSignOff; party: string }) {
  const { workspace } = await loadDesk();
  const t = await getTranslations('desk.signing');
  const life = await getTranslations('life');
  const decisions = await getTranslations('decision');
  const { decision, ground, reason, cites, signerName, at, position, sha256, withdrawn } = signOff;
  const Said = withdrawn === null ? 'div' : 'del';
  const signer = signerName === '' ? decisions('moderatorOf', { party }) : signerName;
  return (
    <div className={withdrawn === null ? 'said-so' : 'said-so taken-back'}>
      <Said>
        <p>
          <b>{decisions(decision)}</b> {ground !== null && <span>{life('groundOf', { ground: life(`ground.${ground}`) })}</span>}{' '}
          <span className="muted">{t('by', { signer })}</span>
        </p>
        {reason !== null && (
          <p className="read" dir="auto">
            <Cited cites={cites} />
            {reason}
          </p>
        )}
      </Said>
      {withdrawn !== null && (
        <p>
          {life.rich('takenBack', { date: () => <DateText at={withdrawn.at} timeZone={workspace.timeZone} /> })}{' '}
          <bdi>{withdrawn.reason}</bdi>
        </p>
      )}
      <DateText at={at} timeZone={workspace.timeZone} />{' '}
      <a href={`/desk/claims/${revision.claimId}/revisions/${revision.number}/sign-offs/${position}`}>
        <Digest value={sha256} algorithm="SHA-256" />
      </a>
    </div>
  );
}
