import { useTranslations } from 'next-intl';
import { PartyMark } from '@/components/record/party-mark';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import type { PublicAttestation } from '@/db/queries/public/attestations';
import { observers } from '../_page/signatories';
import { writtenLike } from '../_page/text-direction';
import { partyOf, type Reading } from './reading';

/** What the observing parties attest of the procedure: below the signatures and apart from them, since it decides nothing (SPEC AT5). */
export function Attestations({ reading }: { reading: Reading }) {
  const { verdict } = reading;
  const t = useTranslations('attestation');
  const observing = observers(verdict.record);
  if (observing.length === 0) return null;
  return (
    <section className="observed" aria-labelledby="observed">
      <h3 id="observed">{t('public.title')}</h3>
      <p className="under">{t('public.text')}</p>
      {observing.map((party) => {
        const own = verdict.attestations.filter((one) => one.party === party.id);
        if (own.length === 0) return <p key={party.id}>{t.rich('public.none', { party: () => <Name>{party.name}</Name> })}</p>;
        return (
          <div key={party.id}>
            <h4>
              <PartyMark position={party.position} letter={party.letter} size="sm" hollow /> <Name>{party.name}</Name>
            </h4>
            {own.map((attestation) => (
              <Attested key={attestation.position} attestation={attestation} reading={reading} />
            ))}
          </div>
        );
      })}
    </section>
  );
}

function Attested({ attestation, reading }: { attestation: PublicAttestation; reading: Reading }) {
  const t = useTranslations('attestation');
  const words = useTranslations('public');
  const level = useTranslations('passkey.public.level');
  const { procedure, moment, words: said, cites, party, signer, at, proof } = attestation;
  const name = signer === '' ? t('public.memberOf', { party: partyOf(reading, party).name }) : signer;
  return (
    <>
      <p>
        <b>{t(`said.${procedure}`)}</b> · {t(`moment.${moment}`)}
      </p>
      {said !== '' && (
        <p {...writtenLike(said, [reading.verdict.record.language, reading.locale])}>
          <q>{said}</q>
        </p>
      )}
      <p className="under">
        {cites !== null && <>{words('verdict.cites', { cites })} </>}
        {t.rich('public.signed', { signer: () => <Name>{name}</Name>, date: () => <DateText at={at} /> })} {level(proof.kind)}.
      </p>
    </>
  );
}
