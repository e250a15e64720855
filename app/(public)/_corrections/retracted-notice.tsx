import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { inLanguage } from '../_page/addresses';
import type { Reading } from '../_verdict/reading';

/** Over a retracted revision at its own address: it stays as it was signed, and the tombstone says why it does not count (SPEC RT5). */
export function RetractedNotice({ reading: { verdict, locale } }: { reading: Reading }) {
  const t = useTranslations('correction.retracted');
  const { slug, number } = verdict;
  return (
    <Notice
      tone="stop"
      title={t('title', { number })}
      actions={<Link href={inLanguage(`/verdicts/${slug}`, locale)}>{t('toTombstone')}</Link>}
    >
      {t('text')}
    </Notice>
  );
}
