import { useTranslations } from 'next-intl';
import { Name } from '@/components/ui/name';
import { proofParts } from '@/db/queries/public/proof-bytes';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';
import { absolute, bytesOf } from '../_page/addresses';
import { inPartyOrder } from '../_page/signatories';
import { Command } from './command';
import { partyOf, type Reading } from './reading';
import { recipeOf } from './recipe';

/** How anybody checks the signatures that personal keys made, with openssl and without this site's word (SPEC R15). */
export function KeyCheck({ reading }: { reading: Reading }) {
  const t = useTranslations('passkey.public');
  const signed = inPartyOrder(reading.verdict).flatMap((signOff) =>
    signOff.proof?.kind === 'passkey' && signOff.proof.algorithm !== null
      ? [{ signOff, algorithm: signOff.proof.algorithm }]
      : [],
  );
  if (signed.length === 0) return null;
  return (
    <>
      <h3>{t('title')}</h3>
      <p>{t('text')}</p>
      {signed.map(({ signOff, algorithm }) => (
        <KeySignature key={signOff.position} signOff={signOff} algorithm={algorithm} reading={reading} />
      ))}
      <p className="under">{t('limits')}</p>
    </>
  );
}

function KeySignature({ signOff, algorithm, reading }: { signOff: PublicSignOff; algorithm: number; reading: Reading }) {
  const t = useTranslations('passkey.public');
  const { slug, number } = reading.verdict;
  const { position } = signOff;
  const party = partyOf(reading, signOff.party).name;
  const at = (part: (typeof proofParts)[number]) => bytesOf.proof(slug, number, position, part);
  const lines = recipeOf({
    origin: absolute(''),
    record: absolute(bytesOf.record(slug, number)),
    statement: absolute(bytesOf.signOff(slug, number, position)),
    clientDataJSON: absolute(at('clientDataJSON')),
    authenticatorData: absolute(at('authenticatorData')),
    signature: absolute(at('signature')),
    pem: absolute(at('pem')),
    algorithm,
  });
  return (
    <>
      <p>
        <Name>{party}</Name>
      </p>
      <Command label={t('recipe', { party })} lines={lines} />
      <ul className="chips acts">
        {proofParts.map((part) => (
          <li key={part}>
            <a className="btn" href={at(part)} aria-label={`${t(`files.${part}`)}, ${party}`}>
              {t(`files.${part}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
