import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from './button';
import { Icon } from './icon';

/** Previous and next page of a list. Lists go by cursor, so there are no page numbers to jump to. */
export function Pagination({ previous, next, label }: { previous?: string; next?: string; label?: string }) {
  const t = useTranslations('common');
  if (previous === undefined && next === undefined) return null;
  return (
    <nav className="pages" aria-label={label ?? t('pages')}>
      {previous !== undefined && (
        <ButtonLink href={previous} rel="prev" icon={<Icon as={ChevronLeft} mirrored />}>
          {t('previous')}
        </ButtonLink>
      )}
      {next !== undefined && (
        <ButtonLink href={next} rel="next">
          {t('next')}
          <Icon as={ChevronRight} mirrored />
        </ButtonLink>
      )}
    </nav>
  );
}
