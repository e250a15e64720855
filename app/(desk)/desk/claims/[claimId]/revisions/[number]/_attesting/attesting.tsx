import { getLocale, getTranslations } from 'next-intl/server';
import { Cited } from '@/components/record/cited';
import { PartyMark } from '@/components/record/party-mark';
import { DateText } from '@/components/ui/date-text';
import { Digest } from '@/components/ui/digest';
import { Notice } from '@/components/ui/notice';
import { attestationsOfRevision, type MadeAttestation } from '@/db/queries/attestations-of-revision';
import type { DeskRevision } from '@/db/queries/desk/revision-of-desk';
import { momentOf } from '@/domain/record/attestation';
import { loadDesk } from '../../../../../../_frame/load-desk';
import { loadSigner } from '../../../../../../_sign/load-signer';
import { subjectOf } from '../../../../../../_sign/subject-of';
import { AttestForm } from './attest-form.client';

/** What observing parties attested of the procedure, and for a member of one of them, the form. None of it is a position on the finding (SPEC AT3). */
export async function Attesting({ revision }: { revision: DeskRevision }) {
  const { db, member, abilities } = await loadDesk();
  const t = await getTranslations('attestation');
  const observing = revision.record.parties.filter(({ standing }) => standing === 'observing');
  if (observing.length === 0) return null;
  const made = await attestationsOfRevision(revision.id, db);
  const moment = momentOf(revision.state);
  const own = abilities['revision.attest'] ? observing.find(({ id }) => id === member.party?.id) : undefined;
  const hasAttested = made.some((one) => one.partyId === own?.id && one.moment === moment);
  return (
    <>
      <h2>{t('made')}</h2>
      {made.length === 0 && <p className="muted">{t('none')}</p>}
      <ul>
        {made.map((attestation) => (
          <li key={attestation.position} className="hist-line">
            <Attested attestation={attestation} revision={revision} />
          </li>
        ))}
      </ul>
      {own !== undefined && moment !== undefined && hasAttested && <Notice>{t('once')}</Notice>}
      {own !== undefined && moment !== undefined && !hasAttested && <Form revision={revision} party={own} moment={moment} />}
    </>
  );
}

async function Attested({ attestation, revision }: { attestation: MadeAttestation; revision: DeskRevision }) {
  const { workspace, partyOf } = await loadDesk();
  const t = await getTranslations('attestation');
  const party = partyOf(attestation.partyId);
  if (party === undefined) return null;
  const { procedure, moment, words, cites, signerName, sha256, position, at } = attestation;
  return (
    <>
      <PartyMark position={party.position} letter={party.letter} /> <b>{party.name}</b>{' '}
      <span className="muted">{t('observed')}</span>
      <p>
        <b>{t(`said.${procedure}`)}</b>{' '}
        <span className="muted">
          {t(`moment.${moment}`)} · {signerName === '' ? t('public.memberOf', { party: party.name }) : signerName}
        </span>
      </p>
      {words !== '' && (
        <p className="read" dir="auto">
          <Cited cites={cites} />
          {words}
        </p>
      )}
      <DateText at={at} timeZone={workspace.timeZone} />
      <a href={`/desk/claims/${revision.claimId}/revisions/${revision.number}/attestations/${position}`}>
        <Digest value={sha256} algorithm="SHA-256" />
      </a>
    </>
  );
}

type FormProps = {
  revision: DeskRevision;
  party: DeskRevision['record']['parties'][number];
  moment: MadeAttestation['moment'];
};

async function Form({ revision, party, moment }: FormProps) {
  const desk = await loadDesk();
  const { member } = desk;
  const { charter } = revision.charter;
  const { record, claimNumber, number } = revision;
  return (
    <AttestForm
      about={{
        ...{ revision: revision.id, party: party.id, member: member.personId, moment },
        ...{ recordSha256: revision.sha256, charterSha256: revision.charter.sha256 },
      }}
      subject={subjectOf(record, { claimNumber, number, locale: await getLocale() })}
      facts={{ party: party.name, number, charterNumber: revision.charter.number }}
      clauses={charter.clauses.map(({ id, title }) => ({ value: id, label: `${id} · ${title}` }))}
      signer={await loadSigner(desk, charter.parameters)}
    />
  );
}
