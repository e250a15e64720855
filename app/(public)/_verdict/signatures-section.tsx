import { useTranslations } from 'next-intl';
import { SignatureStrip } from '@/components/record/signature-strip';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';
import { writtenLike } from '../_page/text-direction';
import { Attestations } from './attestations';
import { partyOf, type Reading, signatoriesOf } from './reading';
import { useSignerName } from './use-signer-name';

/** Who signed for which party, when and how surely; then what else was said on this revision. */
export function SignaturesSection({ reading }: { reading: Reading }) {
  const { verdict } = reading;
  const t = useTranslations('public');
  const level = useTranslations('passkey.public.level');
  const signerOf = useSignerName(reading);
  const signing = signatoriesOf(reading);
  const deciding = new Set(signing.map(({ signOff }) => signOff?.position));
  const others = verdict.signOffs.filter(({ position }) => !deciding.has(position));
  return (
    <div className="wide">
      <SignatureStrip
        signatures={signing.map(({ party: { position, letter, name }, signOff }) => ({
          party: { position, letter, name },
          decision: signOff?.decision ?? null,
          statement:
            signOff === undefined || signOff.reason === null ? undefined : <Statement signOff={signOff} reading={reading} />,
          signer: signOff === undefined ? undefined : signerOf(signOff),
          at: signOff?.at,
          level: signOff === undefined ? undefined : level(signOff.proof?.kind ?? 'none'),
        }))}
      />
      <p className="under">{t('verdict.covers', { number: verdict.number, charter: verdict.charter.number })}</p>
      <LocalTimes reading={reading} />
      <LeftParties reading={reading} />
      {others.map((signOff) => (
        <Other key={signOff.position} signOff={signOff} reading={reading} />
      ))}
      <Attestations reading={reading} />
    </div>
  );
}

/** The marks of a quotation are those of its own language: a browser takes them from the element around `q`. */
function Statement({ signOff: { reason, cites, ground }, reading }: { signOff: PublicSignOff; reading: Reading }) {
  const t = useTranslations('public');
  const position = useTranslations('position');
  return (
    <>
      <span className="said" {...writtenLike(reason ?? '', [reading.verdict.record.language, reading.locale])}>
        <q>{reason}</q>
      </span>
      {ground !== null && <> {position('onGround', { ground: position(`ground.${ground}`) })}</>}
      {cites !== null && <> {t('verdict.cites', { cites })}</>}
    </>
  );
}

/** The strip prints UTC; the desk's own clock stands below it. */
function LocalTimes({ reading }: { reading: Reading }) {
  const { workspace } = reading;
  const t = useTranslations('public');
  if (workspace.timeZone === 'UTC') return null;
  return (
    <p className="under">
      {t('verdict.deskTime')}{' '}
      {signatoriesOf(reading).flatMap(({ party, signOff }, index) =>
        signOff === undefined
          ? []
          : [
              <span key={party.id}>
                {index > 0 && ' · '}
                <Name>{party.name}</Name>{' '}
                <bdi>
                  <DateText at={signOff.at} timeZone={workspace.timeZone} />
                </bdi>
              </span>,
            ],
      )}
    </p>
  );
}

/** What a party signed stays, whoever it is a party with now (C39). */
function LeftParties({ reading }: { reading: Reading }) {
  const t = useTranslations('amendment');
  return reading.verdict.left.map(({ party, at }) => (
    <p key={party} className="under">
      {t.rich('leftOn', {
        party: () => <Name>{partyOf(reading, party).name}</Name>,
        date: () => <DateText at={at} show="day" timeZone={reading.workspace.timeZone} />,
      })}
    </p>
  ));
}

function Other({ signOff, reading }: { signOff: PublicSignOff; reading: Reading }) {
  const t = useTranslations('public');
  const decision = useTranslations('decision');
  const level = useTranslations('passkey.public.level');
  const signerOf = useSignerName(reading);
  return (
    <p className="under">
      {t.rich('verdict.alsoSigned', {
        party: () => <Name>{partyOf(reading, signOff.party).name}</Name>,
        decision: decision(signOff.decision),
        signer: () => <Name>{signerOf(signOff)}</Name>,
      })}{' '}
      <DateText at={signOff.at} /> {level(signOff.proof?.kind ?? 'none')}.{' '}
      {signOff.reason !== null && <Statement signOff={signOff} reading={reading} />}
    </p>
  );
}
