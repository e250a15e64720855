import { Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { listNames } from '@/components/ui/join-names';
import { localeFacts } from '@/messages/locales';

/** The only inverted, hatched surface: who can read this, by number and by name, before the text. */
export function PrivateFrame({
  party,
  readers,
  excluded,
  heading: Heading = 'h2',
  children,
}: {
  party: string;
  readers: number;
  excluded: string[];
  heading?: 'h2' | 'h3';
  children: ReactNode;
}) {
  const t = useTranslations('record');
  const names = listNames(excluded, localeFacts(useLocale()).tag);
  return (
    <section className="priv">
      <div className="band" />
      <div className="pin">
        <Heading>
          <Icon as={Lock} />
          {t('privateTo', { party })}
        </Heading>
        <p className="who">
          {t('privateReaders', { count: readers, party })}{' '}
          {excluded.length > 0 && <>{t('privateExcluded', { count: excluded.length, names })} </>}
          {t('privateNever')}
        </p>
        <div className="paper">{children}</div>
      </div>
    </section>
  );
}
