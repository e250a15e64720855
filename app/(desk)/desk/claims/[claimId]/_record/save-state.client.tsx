'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { SaveIndicator } from '@/components/record/save-indicator';
import { saveView, unsettledOf } from '../_editor/save-state';
import type { Link } from '../_editor/use-live-document.client';
import { useLive } from './record-context.client';

/** Whether what was typed is safe. While something is on its way a clock ticks, because "saving" for ten seconds is not saving. */
export function SaveState({ link }: { link: Link }) {
  const t = useTranslations('editor.save');
  const nowMs = useClock(unsettledOf(link.outbox) > 0);
  if (link.closedWith !== undefined) return <SaveIndicator state="refused" detail={t('closed')} href="#record-closed" />;
  if (link.refused !== undefined && link.live === undefined) return <SaveIndicator state="refused" href="#record-refused" />;
  if (link.live === undefined && unsettledOf(link.outbox) === 0) return <SaveIndicator state="saving" detail={t('opening')} />;
  const { state, seconds, changes } = saveView(link.outbox, nowMs);
  const details = { unsaved: t('unsaved', { seconds }), offline: t('offline', { count: changes }) };
  return <SaveIndicator state={state} detail={state === 'unsaved' || state === 'offline' ? details[state] : undefined} />;
}

/** The record's own, for the bar. */
export function RecordSaveState() {
  const { link } = useLive();
  return link === undefined ? null : <SaveState link={link} />;
}

function useClock(isRunning: boolean): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    setNowMs(Date.now());
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return nowMs;
}
