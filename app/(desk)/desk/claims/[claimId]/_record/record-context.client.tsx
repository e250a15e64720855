'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { isBlank } from '@/domain/record/draft';
import { isNeeded } from '@/domain/record/needed-text';
import type { TextName } from '@/domain/record/shape';
import type { Peer } from '../_editor/carets';
import type { LiveDocument } from '../_editor/live-document';
import type { LiveFields, LiveTexts } from '../_editor/read-texts';
import type { Editors, PeerHere, SessionNews } from '../_editor/record-session.client';
import type { Link } from '../_editor/use-live-document.client';
import type { Writers } from '../_editor/use-writers.client';
import { untilItComes } from './until-it-comes';
import { useHasKept } from './use-has-kept';
import { type LanguageView, useLanguageView } from './use-language-view';
import { useShowsWriters } from './use-shows-writers';

/** Loaded after the page is readable, and only in a browser: Yjs and the socket are no part of the server's page. */
const RecordSession = dynamic(
  () => untilItComes(() => import('../_editor/record-session.client').then((module) => module.RecordSession)),
  { ssr: false },
);

/** What does not change while people type. */
type Seat = {
  claimId: string;
  personId: string;
  /** The main language, and all that the record is written in, the main one first. */
  language: string;
  languages: readonly string[];
  canEdit: boolean;
  /** The claim is open, as far as this page knows. */
  isOpen: boolean;
  self: Peer;
};
type Heard = {
  texts: LiveTexts;
  /** The texts of the other languages, by their tags. */
  translations: Record<string, LiveTexts>;
  fields: LiveFields;
  peers: PeerHere[];
  link: Link | undefined;
  editors: Editors | undefined;
  writers: Writers | undefined;
};
type Live = Heard & { showsWriters: boolean; toggleWriters: () => void };

const SeatContext = createContext<
  (Seat & { isLive: boolean; live: LiveDocument | undefined; editors: Editors | undefined }) | undefined
>(undefined);
const LiveContext = createContext<Live | undefined>(undefined);
const ViewContext = createContext<LanguageView | undefined>(undefined);

const nothingYet = { link: undefined, editors: undefined, writers: undefined };

/**
 * The living record for everything on its page. It begins with what the server read, so the page says the same before and after the connection.
 * For a claim that is not open nothing is connected to, unless this browser still keeps something for it, or the claim was open when the page was: then
 * what was on its way is still decided on, and a claim that is reopened is written in again.
 */
export function RecordLive({
  texts,
  translations,
  fields,
  children,
  ...seat
}: Seat & Pick<Heard, 'texts' | 'translations' | 'fields'> & { children: ReactNode }) {
  const [state, setState] = useState<Heard>({ texts, translations, fields, peers: [], ...nothingYet });
  const [showsWriters, toggleWriters] = useShowsWriters();
  const onNews = useCallback((news: SessionNews) => setState((before) => ({ ...before, ...news })), []);
  const { claimId, personId, language, isOpen, self } = seat;
  // Each refresh of the page brings a new array with the same languages.
  const tags = seat.languages.join(' ');
  const languages = useMemo(() => tags.split(' '), [tags]);
  const view = useLanguageView({ claimId, main: language, languages });
  const hasKept = useHasKept(seat);
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  const isLive = wasOpen || hasKept;
  const { editors, link } = state;
  const live = link?.live;
  // What is typed where the server takes nothing, or into a document whose connection has ended for good, would reach nobody.
  const canEdit = seat.canEdit && link?.closedWith === undefined && (link?.access ?? 'write') === 'write';
  const value = useMemo(
    () => ({ claimId, personId, language, languages, canEdit, isOpen, isLive, self, live, editors }),
    [claimId, personId, language, languages, canEdit, isOpen, isLive, self, live, editors],
  );
  const heard = useMemo(() => ({ ...state, showsWriters, toggleWriters }), [state, showsWriters, toggleWriters]);
  return (
    <SeatContext.Provider value={value}>
      <LiveContext.Provider value={heard}>
        <ViewContext.Provider value={view}>
          {isLive && (
            <RecordSession {...{ claimId, personId, language, languages, self, showsWriters, onNews }} writesIn={view.chosen} />
          )}
          {children}
        </ViewContext.Provider>
      </LiveContext.Provider>
    </SeatContext.Provider>
  );
}

export function useSeat() {
  return present(useContext(SeatContext));
}

export function useLive() {
  return present(useContext(LiveContext));
}

/** Which languages this tab shows. */
export function useView(): LanguageView {
  return present(useContext(ViewContext));
}

/** The texts of a language as they stand; empty ones of a language that has just been added. */
export function useTextsIn(): (language: string) => LiveTexts {
  const { texts, translations } = useLive();
  const { language: main } = useSeat();
  return (language) => (language === main ? texts : (translations[language] ?? noTexts));
}

const noTexts: LiveTexts = { title: '', question: '', finding: '', claimText: '', context: '', summary: '', analysis: '' };

/** Whether the record would not be frozen because this text is not written in this language (SPEC LG2). */
export function useLacks(): (text: TextName, language: string) => boolean {
  const textsIn = useTextsIn();
  const { languages } = useSeat();
  return (text, language) => {
    const isWritten = (other: string) => !isBlank(textsIn(other)[text]);
    return !isWritten(language) && isNeeded(text, languages, isWritten);
  };
}

/** Whether the record has come. Before that a barrier would have nothing to wait on. */
export function useConnected(): boolean {
  return useSeat().live !== undefined;
}

/** Waits until everything typed here is durable, and answers the document's number; a sentence when it cannot be had. */
export function useBarrier(): () => Promise<{ seq: number } | { failed: string }> {
  const t = useTranslations('editor');
  const { live } = useSeat();
  return async () => {
    // An input writes what it holds when it loses the focus.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (live === undefined) return { failed: t('notConnected') };
    return live.barrier().then(
      (seq) => ({ seq }),
      () => ({ failed: t('notConnected') }),
    );
  };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('This part of a record stands outside of RecordLive.');
  return value;
}
