import Link from 'next/link';
import { useTranslations } from 'next-intl';

/** The name and its sign, two open rings that close each other. */
export function Wordmark({ href }: { href: string }) {
  const t = useTranslations('brand');
  return (
    <Link className="word" href={href} translate="no">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <path d="M19.6 10.2A8.6 8.6 0 1 0 19.6 21.8" />
        <path d="M12.4 21.8A8.6 8.6 0 1 0 12.4 10.2" />
      </svg>
      <span>{t('name')}</span>
    </Link>
  );
}
