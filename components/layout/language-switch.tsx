import { Languages } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

export type LanguageLink = { code: string; name: string; dir: 'ltr' | 'rtl'; href: string; current: boolean };

/** Plain links to the same page in each language, every language under its own name. */
export function LanguageSwitch({ languages }: { languages: LanguageLink[] }) {
  const t = useTranslations('layout');
  if (languages.length < 2) return null;
  return (
    <nav className="lang" aria-label={t('language')}>
      <Icon as={Languages} />
      {languages.map(({ code, name, dir, href, current }) => (
        <a key={code} href={href} lang={code} dir={dir} hrefLang={code} aria-current={current ? 'true' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
