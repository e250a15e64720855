import { useTranslations } from 'next-intl';

/** Says on every page of a demonstration that it is one. `wide` follows the desk's edges instead of the page's. */
export function DemoBanner({ wide = false }: { wide?: boolean }) {
  const t = useTranslations('layout');
  return (
    <aside aria-label={t('demo')} className={wide ? 'demo wide-demo' : 'demo'}>
      <p className="page">
        <b>{t('demo')}</b> {t('demoText')}
      </p>
    </aside>
  );
}
