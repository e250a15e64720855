import { Menu } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PartyMark } from '@/components/record/party-mark';
import type { PartyRef } from '@/components/record/vocabulary';
import { Icon } from '@/components/ui/icon';
import { DemoBanner } from './demo-banner';
import { SkipLink } from './skip-link';
import { Wordmark } from './wordmark';

export type DeskLink = { href: string; label: string; icon?: ReactNode; count?: number; current?: boolean };
export type Crumb = { label: string; href?: string };
export type DeskPerson = { name: string; role: string; party?: PartyRef; href?: string; end?: ReactNode };

export type DeskShellProps = {
  home: string;
  demo: boolean;
  nav: DeskLink[];
  /** The last one is the page itself. */
  crumbs: Crumb[];
  /** Save state, presence, the page's one action. */
  end?: ReactNode;
  person: DeskPerson;
  /** The page's own `main id="main"`, with what stands beside it. */
  children: ReactNode;
};

/** The frame of the desk. Under 1080 pixels the side becomes a menu in the bar, which opens without JavaScript; its key closes it on another page. */
export function DeskShell({ home, demo, nav, crumbs, end, person, children }: DeskShellProps) {
  const t = useTranslations('layout');
  return (
    <>
      <SkipLink />
      {demo && <DemoBanner wide />}
      <div className="app">
        <nav className="nav" aria-label={t('desk')}>
          <div className="top">
            <Wordmark href={home} />
            <DeskLinks links={nav} />
          </div>
          <PersonBlock {...person} />
        </nav>
        <div>
          <header className="bar">
            <details className="menu" key={nav.find(({ current }) => current)?.href}>
              <summary>
                <Icon as={Menu} label={t('menu')} />
              </summary>
              <nav className="nav" aria-label={t('desk')}>
                <DeskLinks links={nav} />
                <PersonBlock {...person} />
              </nav>
            </details>
            <Crumbs crumbs={crumbs} />
            <div className="end">{end}</div>
          </header>
          {children}
        </div>
      </div>
    </>
  );
}

function DeskLinks({ links }: { links: DeskLink[] }) {
  return links.map(({ href, label, icon, count, current }) => (
    <Link key={href} className="it" href={href} aria-current={current === true ? 'page' : undefined}>
      {icon}
      {label}
      {count !== undefined && count > 0 && <span className="n">{count}</span>}
    </Link>
  ));
}

function PersonBlock({ name, role, party, href, end }: DeskPerson) {
  const words = (
    <>
      {name}
      <small>{role}</small>
    </>
  );
  return (
    <div className="me">
      {party !== undefined && <PartyMark {...party} size="lg" />}
      {href === undefined ? <div>{words}</div> : <Link href={href}>{words}</Link>}
      {end}
    </div>
  );
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useTranslations('layout');
  return (
    <nav className="crumb" aria-label={t('breadcrumb')}>
      <ol>
        {crumbs.map(({ label, href }, index) => (
          <li key={label} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
            {href === undefined ? label : <Link href={href}>{label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
