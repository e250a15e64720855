'use client';

import { useLocale } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { byName } from '@/components/ui/by-name';
import { recordDocument } from '@/domain/record/document-name';
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

export type SessionNews =
  | { link: Link; editors: Editors }
  | { texts: LiveTexts; fields: LiveFields }
  | { peers: Peer[] }
  | { writers: Writers };

/** How soon the rest of the page hears of what was typed. */
const readEveryMs = 120;

/** Opens the record and tells the page about it. It draws nothing: the page is readable before this has loaded. */
export function RecordSession({
  claimId,
  personId,
  language,
  self,
  showsWriters,
  onNews,
}: {
  claimId: string;
  personId: string;
  language: string;
  self: Peer;
  showsWriters: boolean;
  onNews: (news: SessionNews) => void;
}) {
  const roots = useMemo(() => ({ texts: textNames.map((name) => rootName(name, language)), hasFields: true }), [language]);
  const link = useLiveDocument({ name: recordDocument(claimId), personId, roots, isMultiline });
  const { live } = link;
  const locale = useLocale();
  // The member's seat cannot change while the page stands.
  const own = useRef(self);

  useEffect(() => onNews({ link, editors }), [link, onNews]);
  useWriters({ live, claimId, roots: roots.texts, isOn: showsWriters, onNews });

  useEffect(() => {
    if (live === undefined) return;
    const { doc, provider } = live;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      onNews({ texts: readTexts(doc, language), fields: readFields(doc) });
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
  }, [live, language, locale, onNews]);

  return null;
}

const isMultiline = (root: string) => parseRootName(root)?.text === 'analysis';

/** Each other person once, however many tabs they have. */
function peersOf(states: Map<number, Record<string, unknown>>, ownClient: number): Peer[] {
  const peers = [...states]
    .flatMap(([client, state]) => (client === ownClient ? [] : [readPeer(state.user)]))
    .filter((peer) => peer !== undefined);
  const unique = new Map(peers.map((peer) => [`${peer.position} ${peer.name}`, peer]));
  return [...unique.values()];
}

/** In the order of parties, and of the reader's alphabet. */
function inOrder(locale: string): (a: Peer, b: Peer) => number {
  const compare = byName(locale);
  return (a, b) => (a.position ?? 99) - (b.position ?? 99) || compare(a, b);
}
