import { useTranslations } from 'next-intl';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';
import { bytesOf } from '../_page/addresses';
import { inPartyOrder } from '../_page/signatories';
import { KeyRecipe } from './key-recipe';
import { partyOf, type Reading } from './reading';

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
  return (
    <KeyRecipe
      label={t('recipe', { party })}
      of={party}
      record={bytesOf.record(slug, number)}
      statement={bytesOf.signOff(slug, number, position)}
      addressOf={(part) => bytesOf.proof(slug, number, position, part)}
      algorithm={algorithm}
    />
  );
}
