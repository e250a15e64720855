'use client';

import { useLocale } from 'next-intl';
import { useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { byName } from '@/components/ui/by-name';
import { type DraftValue, type DraftValues, draftRoot } from '@/domain/charter/draft';
import { type Peer, readPeer } from '../../../claims/[claimId]/_editor/carets';
import { type Link, useLiveDocument } from '../../../claims/[claimId]/_editor/use-live-document.client';

/** Somebody else in the draft, and the clause that they are at: the one thing of presence that their browser says and not the server. */
export type PeerAt = Peer & { at: string | undefined };

/** What a page does to the draft. It is there from the first sync on. */
export type Hand = {
  choose: (key: string, value: DraftValue) => void;
  /** Tells others which clause this person is at. */
  goTo: (clause: string | undefined) => void;
  /** The draft's number once everything chosen here is durable. */
  barrier: () => Promise<number>;
};

/** Who chose what stands under each key, as far as they are here: the server binds a client's id to its person. */
export type Choosers = ReadonlyMap<string, Peer | undefined>;

export type DraftNews =
  | { link: Link }
  | { values: DraftValues; choosers: Choosers }
  | { peers: PeerAt[] }
  | { hand: Hand | undefined };

/** Choices are no words: one that was refused is seen in the form, which shows again what the draft holds. */
const roots = { texts: [], hasFields: false };
const isMultiline = () => false;

/** Opens the draft and tells the page about it. It draws nothing: the page is readable before this has loaded. */
export function DraftSession({
  document,
  personId,
  self,
  onNews,
}: {
  document: string;
  personId: string;
  self: Peer;
  onNews: (news: DraftNews) => void;
}) {
  const link = useLiveDocument({ name: document, personId, roots, isMultiline });
  const { live } = link;
  const locale = useLocale();
  // The member's seat cannot change while the page stands.
  const own = useRef(self);

  useEffect(() => onNews({ link }), [link, onNews]);

  useEffect(() => {
    if (live === undefined) return;
    const { doc, provider, barrier } = live;
    const { awareness } = provider;
    const map = doc.getMap<unknown>(draftRoot);
    const read = () => onNews({ values: map.toJSON(), choosers: choosersOf(map, awareness.getStates()) });
    const greet = () => onNews({ peers: peersOf(awareness.getStates(), doc.clientID).toSorted(inOrder(locale)) });
    awareness.setLocalStateField('user', own.current);
    awareness.on('change', greet);
    map.observe(read);
    read();
    greet();
    onNews({
      hand: {
        choose: (key, value) => {
          if (map.get(key) !== value) map.set(key, value);
        },
        goTo: (clause) => awareness.setLocalStateField('at', clause ?? null),
        barrier,
      },
    });
    return () => {
      onNews({ hand: undefined });
      map.unobserve(read);
      awareness.off('change', greet);
    };
  }, [live, locale, onNews]);

  return null;
}

function choosersOf(map: Y.Map<unknown>, states: Map<number, Record<string, unknown>>): Choosers {
  return new Map([...map._map].map(([key, { id }]) => [key, readPeer(states.get(id.client)?.user)]));
}

/** Each other person once, however many tabs they have: a tab in which they are at a clause says most. */
function peersOf(states: Map<number, Record<string, unknown>>, ownClient: number): PeerAt[] {
  const peers = [...states].flatMap(([client, { user, at }]): PeerAt[] => {
    const peer = client === ownClient ? undefined : readPeer(user);
    return peer === undefined ? [] : [{ ...peer, at: typeof at === 'string' ? at : undefined }];
  });
  const whereFirst = peers.toSorted((a, b) => Number(a.at !== undefined) - Number(b.at !== undefined));
  return [...new Map(whereFirst.map((peer) => [`${peer.position} ${peer.name}`, peer])).values()];
}

/** In the order of parties, and of the reader's alphabet. */
function inOrder(locale: string): (a: Peer, b: Peer) => number {
  const compare = byName(locale);
  return (a, b) => (a.position ?? 99) - (b.position ?? 99) || compare(a, b);
}
