import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import { inLanguage } from '../_page/addresses';
import type { CharterReading } from './open-charter';

/** What of this version is not as it stands in its words: its day has not come, another one has, or a party of it has left. */
export function Standing({ reading: { version, workspace, locale } }: { reading: CharterReading }) {
  const t = useTranslations('amendment');
  const next = version.versions.find(({ state }) => state === 'notice');
  const signing = version.charter.parties.filter(({ standing }) => standing === 'signing');
  const gone = signing.filter(({ id }) => version.left.some(({ party }) => party === id)).map(({ name }) => name);
  const day = (at: string) => <DateText at={at} timeZone={workspace.timeZone} />;
  return (
    <>
      {version.state === 'notice' && version.effectiveAt !== null && (
        <Notice tone="wait" title={t('public.notice')}>
          {t('inForceFrom')} {day(version.effectiveAt)}
        </Notice>
      )}
      {version.state === 'in-force' && next?.effectiveAt != null && (
        <Notice
          tone="wait"
          title={t('public.next', { number: next.number })}
          actions={<Link href={inLanguage(`/charter/${next.number}`, locale)}>{t('public.read', { number: next.number })}</Link>}
        >
          {t('inForceFrom')} {day(next.effectiveAt)}
        </Notice>
      )}
      {version.state === 'in-force' && gone.length > 0 && (
        <Notice tone="stop" title={t('left.title', { parties: gone.join(', '), count: gone.length })}>
          {t('left.text')}
        </Notice>
      )}
    </>
  );
}
