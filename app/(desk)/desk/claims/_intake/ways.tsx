import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

const ways = [
  { way: 'one', href: '/desk/claims/new' },
  { way: 'article', href: '/desk/claims/new?from=article' },
  { way: 'list', href: '/desk/claims/import' },
] as const;

/** The three ways in which claims come to the desk. */
export async function Ways({ current }: { current: (typeof ways)[number]['way'] }) {
  const t = await getTranslations('intake.ways');
  return (
    <nav className="seg" aria-label={t('label')}>
      {ways.map(({ way, href }) => (
        <Link key={way} href={href} aria-current={way === current ? 'page' : undefined}>
          {t(way)}
        </Link>
      ))}
    </nav>
  );
}
