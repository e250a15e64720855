import { useTranslations } from 'next-intl';
import { Name } from '@/components/ui/name';
import type { PublicAttestation } from '@/db/queries/public/attestations';
import { attestationTag } from '@/domain/record/sign-off-challenge';
import { bytesOf } from '../_page/addresses';
import { Compare } from './compare';
import { KeyRecipe } from './key-recipe';
import { partyOf, type Reading } from './reading';

/** How anybody checks what observing parties attest: its digest, and where a personal key has signed it, that signature, with openssl (SPEC AT5, R15). */
export function AttestationCheck({ reading }: { reading: Reading }) {
  const t = useTranslations('attestation.public');
  const moments = useTranslations('attestation.moment');
  const { slug, number, attestations } = reading.verdict;
  if (attestations.length === 0) return null;
  const files = attestations.map((one) => ({
    key: one.position,
    name: t.rich('file', { party: () => <Name>{partyOf(reading, one.party).name}</Name>, moment: moments(one.moment) }),
    path: bytesOf.attestation(slug, number, one.position),
    sha256: one.sha256,
  }));
  return (
    <>
      <h3>{t('check')}</h3>
      <Compare label={t('compare')} files={files} />
      <ul className="chips acts">
        {files.map(({ key, name, path }) => (
          <li key={key}>
            <a className="btn" href={path}>
              <span>{name}</span>
            </a>
          </li>
        ))}
      </ul>
      {attestations.map((one) => (
        <ByKey key={one.position} attestation={one} reading={reading} />
      ))}
    </>
  );
}

function ByKey({ attestation, reading }: { attestation: PublicAttestation; reading: Reading }) {
  const t = useTranslations('attestation.public');
  const moments = useTranslations('attestation.moment');
  const { slug, number } = reading.verdict;
  const { position, proof } = attestation;
  const moment = moments(attestation.moment);
  if (proof.kind !== 'passkey' || proof.algorithm === null) return null;
  const party = partyOf(reading, attestation.party).name;
  return (
    <KeyRecipe
      label={t('recipe', { party, moment })}
      of={`${party}, ${moment}`}
      record={bytesOf.record(slug, number)}
      statement={bytesOf.attestation(slug, number, position)}
      addressOf={(part) => bytesOf.attestationProof(slug, number, position, part)}
      algorithm={proof.algorithm}
      tag={attestationTag}
    />
  );
}
