'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** Brings the person to a part of the record, with the caret in it. */
export function WriteButton({ place }: { place: string }) {
  const t = useTranslations('desk.charterPanel');
  const go = () => {
    const part = document.getElementById(place);
    part?.scrollIntoView({ block: 'center' });
    part?.querySelector<HTMLElement>('[role="textbox"], select, input')?.focus();
  };
  return (
    <Button size="small" onClick={go}>
      {t('goTo')}
    </Button>
  );
}
