import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { NavLink } from './masthead';

export type FooterProps = { groups: { title: string; links: NavLink[] }[] };

/** The foot of a public page: what a verdict is, and where to go. */
export function Footer({ groups }: FooterProps) {
  const t = useTranslations('layout');
  return (
    <footer className="foot">
      <div className="page">
        <p>{t('promise')}</p>
        {groups.map(({ title, links }) => (
          <nav key={title} aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {links.map(({ href, label }) => (
                <li key={href}>
                  <Link href={href}>{label}</Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
    </footer>
  );
}
