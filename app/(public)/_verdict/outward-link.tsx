import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { isWebAddress } from '@/domain/text-input';

/** A link that the record names. It leads away, passes no reputation on and tells the other site nothing. Other schemes are text. */
export function OutwardLink({ href }: { href: string }) {
  const t = useTranslations('public');
  if (!isWebAddress(href) || !URL.canParse(href)) return <span dir="ltr">{href}</span>;
  return (
    <a href={href} rel="nofollow noopener noreferrer">
      <Icon as={ExternalLink} /> {t('verdict.openAt', { host: new URL(href).host })}
    </a>
  );
}
