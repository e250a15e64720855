'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useSeat, useView } from '../_record/record-context.client';

/** Brings the person to a part of the record, with the caret in it. A text stands in a language, the main one unless another is named, which is shown first. */
export function WriteButton({ place, language }: { place: string; language?: string }) {
  const t = useTranslations('desk.charterPanel');
  const { language: main } = useSeat();
  const { shown, choose } = useView();
  const wanted = language ?? main;
  const go = () => {
    const part = document.getElementById(wanted === main ? place : `${place}-${wanted}`);
    part?.scrollIntoView({ block: 'center' });
    part?.querySelector<HTMLElement>('[role="textbox"], select, input')?.focus();
  };
  const show = () => {
    if (shown.includes(wanted)) return go();
    choose(wanted);
    // After the language is drawn and its editors stand.
    requestAnimationFrame(() => requestAnimationFrame(go));
  };
  return (
    <Button size="small" onClick={show}>
      {t('goTo')}
    </Button>
  );
}
