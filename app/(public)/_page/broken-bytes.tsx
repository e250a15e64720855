import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { BrokenBytes } from '@/db/queries/public/broken-bytes';

/** Stands where a text would: whoever reads is told that the stored bytes are not those that were signed, and by which digests to ask for them (SPEC R11). */
export function BrokenNotice({ broken }: { broken: BrokenBytes[] }) {
  const t = useTranslations('public.broken');
  return (
    <Notice tone="stop" title={t('title')}>
      <p>{t('what')}</p>
      <ul>
        {broken.map(({ what, sha256, found }) => (
          <li key={`${what} ${found}`}>{t('digests', { what: what.replaceAll('-', '_'), sha256, found })}</li>
        ))}
      </ul>
    </Notice>
  );
}
