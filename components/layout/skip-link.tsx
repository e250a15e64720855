import { useTranslations } from 'next-intl';

/** The first thing the Tab key reaches; it leads to `<main id="main">`. */
export function SkipLink() {
  const t = useTranslations('layout');
  return (
    <a className="skip" href="#main">
      {t('skip')}
    </a>
  );
}
