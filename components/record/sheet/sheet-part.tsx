import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';

/** A named part of the sheet; when it is compared, with the number of changes in it. */
export function SheetPart({
  as: Heading,
  title,
  changes,
  children,
}: {
  as: 'h2' | 'h4';
  title: string;
  changes: number | undefined;
  children: ReactNode;
}) {
  const t = useTranslations('desk.sheet');
  return (
    <section>
      <Heading className="part">
        {title} {changes !== undefined && <Chip>{t('changesInPart', { count: changes })}</Chip>}
      </Heading>
      {children}
    </section>
  );
}
