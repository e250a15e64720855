'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { SaveIndicator } from '@/components/record/save-indicator';
import { saveView, unsettledOf } from '../_editor/save-state';
import type { Link } from '../_editor/use-live-document.client';
import { useLive, useSeat } from './record-context.client';

/**
 * Whether what was typed is safe: one of saved, saving, not saved, offline, refused. While something is on its way a clock ticks, because "saving" for ten
 * seconds is not saving. `notices` is the id under which this document's notices stand.
 */
export function SaveState({ link, notices }: { link: Link; notices: string }) {
  const t = useTranslations('editor.save');
  const { live, outbox, closedWith, refused, unsaved } = link;
  const pending = unsettledOf(outbox);
  const nowMs = useClock(pending > 0);
  if (closedWith !== undefined) return <SaveIndicator state="refused" detail={t('closed')} href={`#${notices}-closed`} />;
  if (refused !== undefined && live === undefined) return <SaveIndicator state="refused" href={`#${notices}-refused`} />;
  if (live === undefined && pending === 0) return <SaveIndicator state="saving" detail={t('opening')} />;
  const { state, seconds, changes } = saveView(outbox, nowMs);
  const isSaved = state === 'saved' || state === 'saved-on-this-machine';
  if (isSaved && unsaved.length > 0)
    return <SaveIndicator state="refused" detail={t('words', { count: unsaved.length })} href={`#${notices}-unsaved`} />;
  const details = { unsaved: t('unsaved', { seconds }), offline: t('offline', { count: changes }) };
  return <SaveIndicator state={state} detail={state === 'unsaved' || state === 'offline' ? details[state] : undefined} />;
}

/** The record's own, for the bar. Until the editor is loaded, nothing that could be typed into is there. */
export function RecordSaveState() {
  const t = useTranslations('editor.save');
  const { link } = useLive();
  const { isLive } = useSeat();
  if (!isLive) return null;
  return link === undefined ? <SaveIndicator state="saving" detail={t('opening')} /> : <SaveState link={link} notices="record" />;
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
