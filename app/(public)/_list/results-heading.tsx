import { useTranslations } from 'next-intl';

/** What was looked for and how much of it is here. How many follow is not counted, so it is not said. */
export function ResultsHeading({ q, count, goesOn }: { q: string; count: number; goesOn: boolean }) {
  const t = useTranslations('public');
  return (
    <header className="results">
      <h1>{q === '' ? t('search.all') : t.rich('search.heading', { q: () => <bdi>{q}</bdi> })}</h1>
      {count > 0 && <p>{t(goesOn ? 'search.countHere' : 'search.count', { count })}</p>}
    </header>
  );
}
