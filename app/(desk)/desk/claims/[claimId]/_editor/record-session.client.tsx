'use client';

import { useLocale } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { byName } from '@/components/ui/by-name';
import { recordDocument } from '@/domain/record/document-name';
import { offeredLanguages } from '@/domain/record/languages';
import { parseRootName, rootName, textNames } from '@/domain/record/shape';
import { AnalysisEditor } from './analysis-editor.client';
import { type Peer, readPeer, wakeCarets } from './carets';
import { FieldsForm } from './fields-form.client';
import { type LiveFields, type LiveTexts, readFields, readTexts } from './read-texts';
import { TextEditor } from './text-editor.client';
import { type Link, useLiveDocument } from './use-live-document.client';
import { useWriters, type Writers } from './use-writers.client';

/** The editors come with the session, so that the text on the page gives way to an editor that is already there. */
const editors = { Text: TextEditor, Analysis: AnalysisEditor, Fields: FieldsForm };
export type Editors = typeof editors;

/** Somebody else in the record, and the language that they work in: the one thing of presence that their browser says and not the server. */
export type PeerHere = Peer & { language: string | undefined };

export type SessionNews =
  | { link: Link; editors: Editors }
  | { texts: LiveTexts; translations: Record<string, LiveTexts>; fields: LiveFields }
  | { peers: PeerHere[] }
  | { writers: Writers };

/** How soon the rest of the page hears of what was typed. */
const readEveryMs = 120;

/** Opens the record and tells the page about it. It draws nothing: the page is readable before this has loaded. */
export function RecordSession({
  claimId,
  personId,
  language,
  languages,
  writesIn,
  self,
  showsWriters,
  onNews,
}: {
  claimId: string;
  personId: string;
  language: string;
  languages: readonly string[];
  /** The language that the person works in, for others to see. */
  writesIn: string;
  self: Peer;
  showsWriters: boolean;
  onNews: (news: SessionNews) => void;
}) {
  // All that the record may be written in: the document need not be opened again when a language is added. The main one is last, where unplaced words go.
  const roots = useMemo(
    () => ({ texts: rootsOf([...offeredLanguages.filter((tag) => tag !== language), language]), hasFields: true }),
    [language],
  );
  const counted = useMemo(() => rootsOf(languages), [languages]);
  const link = useLiveDocument({ name: recordDocument(claimId), personId, roots, isMultiline });
  const { live } = link;
  const locale = useLocale();
  // The member's seat cannot change while the page stands.
  const own = useRef(self);

  useEffect(() => onNews({ link, editors }), [link, onNews]);
  useWriters({ live, claimId, roots: counted, isOn: showsWriters, onNews });

  useEffect(() => {
    if (live === undefined) return;
    const { doc, provider } = live;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      const others = languages.filter((tag) => tag !== language).map((tag) => [tag, readTexts(doc, tag)]);
      onNews({ texts: readTexts(doc, language), translations: Object.fromEntries(others), fields: readFields(doc) });
    };
    const soon = () => {
      timer ??= setTimeout(read, readEveryMs);
    };
    const greet = () => onNews({ peers: peersOf(provider.awareness.getStates(), doc.clientID).toSorted(inOrder(locale)) });
    const named = ({ updated }: { updated: number[] }) => {
      const states = provider.awareness.getStates();
      wakeCarets(updated.flatMap((client) => readPeer(states.get(client)?.user) ?? []));
      greet();
    };
    provider.awareness.setLocalStateField('user', own.current);
    doc.on('update', soon);
    provider.awareness.on('change', named);
    read();
    greet();
    return () => {
      clearTimeout(timer);
      doc.off('update', soon);
      provider.awareness.off('change', named);
    };
  }, [live, language, languages, locale, onNews]);

  useEffect(() => live?.provider.awareness.setLocalStateField('language', writesIn), [live, writesIn]);

  return null;
}

function rootsOf(languages: readonly string[]): string[] {
  return languages.flatMap((language) => textNames.map((name) => rootName(name, language)));
}

const isMultiline = (root: string) => parseRootName(root)?.text === 'analysis';

/** Each other person once, however many tabs they have. */
function peersOf(states: Map<number, Record<string, unknown>>, ownClient: number): PeerHere[] {
  const peers = [...states].flatMap(([client, { user, language }]): PeerHere[] => {
    const peer = client === ownClient ? undefined : readPeer(user);
    return peer === undefined ? [] : [{ ...peer, language: typeof language === 'string' ? language : undefined }];
  });
  const unique = new Map(peers.map((peer) => [`${peer.position} ${peer.name}`, peer]));
  return [...unique.values()];
}

/** In the order of parties, and of the reader's alphabet. */
function inOrder(locale: string): (a: Peer, b: Peer) => number {
  const compare = byName(locale);
  return (a, b) => (a.position ?? 99) - (b.position ?? 99) || compare(a, b);
}
