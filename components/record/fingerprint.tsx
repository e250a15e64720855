import { useTranslations } from 'next-intl';
import { fingerprintOf } from '@/domain/record/fingerprint';

/** A digest as eight words, computed where this is rendered. English in every language, so that two people who compare them say the same words. */
export function Fingerprint({ sha256 }: { sha256: string }) {
  const t = useTranslations('record');
  return (
    <span>
      {t('fingerprint')}:{' '}
      <b lang="en" dir="ltr">
        {fingerprintOf(sha256)}
      </b>
    </span>
  );
}
