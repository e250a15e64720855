import { Menu } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { type LanguageLink, LanguageMenu, LanguageSwitch } from './language-switch';
import { Wordmark } from './wordmark';

export type NavLink = { href: string; label: string; current?: boolean };

export type MastheadProps = {
  home: string;
  workspace?: string;
  /** Only pages that exist. */
  nav: NavLink[];
  languages: LanguageLink[];
  /** After the languages: a sign-in link. */
  end?: ReactNode;
};

/** The head of a public page. On a phone its links stand in a menu that opens without JavaScript; its key closes it on another page. */
export function Masthead({ home, workspace, nav, languages, end }: MastheadProps) {
  const t = useTranslations('layout');
  return (
    <header className="mast">
      <div className="page">
        <Wordmark href={home} />
        {workspace !== undefined && <span className="ws">{workspace}</span>}
        {nav.length > 0 && (
          <>
            <nav className="links" aria-label={t('main')}>
              <NavLinks links={nav} />
            </nav>
            <details className="menu" name="head" key={nav.find(({ current }) => current)?.href}>
              <summary>
                <Icon as={Menu} />
                {t('menu')}
              </summary>
              <nav aria-label={t('main')}>
                <NavLinks links={nav} />
              </nav>
            </details>
          </>
        )}
        <LanguageMenu languages={languages} />
        <LanguageSwitch languages={languages} />
        {end}
      </div>
    </header>
  );
}

function NavLinks({ links }: { links: NavLink[] }) {
  return links.map(({ href, label, current }) => (
    <Link key={href} href={href} aria-current={current === true ? 'page' : undefined}>
      {label}
    </Link>
  ));
}
