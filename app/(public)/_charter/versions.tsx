import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { inLanguage } from '../_page/addresses';
import type { CharterReading } from './open-charter';

/** Every version that all parties have ratified, the newest first: what bound an older verdict stays readable. */
export function Versions({ reading: { version, workspace, locale } }: { reading: CharterReading }) {
  const t = useTranslations('public');
  const words = useTranslations('amendment');
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{words('public.versions')}</h2>
      <ul>
        {version.versions.map(({ number, state, inForceAt, effectiveAt }) => {
          const at = inForceAt ?? effectiveAt;
          return (
            <li key={number}>
              {number === version.number ? (
                <b>{t('charter.version', { number })}</b>
              ) : (
                <Link href={inLanguage(`/charter/${number}`, locale)}>{t('charter.version', { number })}</Link>
              )}{' '}
              {t(`charter.${state}`)}
              {at !== null && (
                <>
                  {', '}
                  {words(inForceAt === null ? 'inForceFrom' : 'public.since')} <DateText at={at} timeZone={workspace.timeZone} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
