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
      <LanguageLinks languages={languages} />
    </nav>
  );
}

/** The same links folded up under the language that is read, for a head without room. It opens without JavaScript, and closes what else is open there. */
export function LanguageMenu({ languages }: { languages: LanguageLink[] }) {
  const t = useTranslations('layout');
  const current = languages.find((language) => language.current);
  if (languages.length < 2) return null;
  return (
    <details className="menu tongues" name="head" key={current?.code}>
      <summary>
        <Icon as={Languages} />
        <span className="vh">{t('language')} </span>
        {current?.name}
      </summary>
      <nav aria-label={t('language')}>
        <LanguageLinks languages={languages} />
      </nav>
    </details>
  );
}

function LanguageLinks({ languages }: { languages: LanguageLink[] }) {
  return languages.map(({ code, name, dir, href, current }) => (
    <a key={code} href={href} lang={code} dir={dir} hrefLang={code} aria-current={current ? 'true' : undefined}>
      {name}
    </a>
  ));
}
