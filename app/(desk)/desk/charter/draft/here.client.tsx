'use client';

import { useTranslations } from 'next-intl';
import { PartyMark } from '@/components/record/party-mark';
import type { PeerAt } from './_editor/draft-session.client';

/** Who else is in the draft now, each with party and name. */
export function Here({ peers }: { peers: readonly PeerAt[] }) {
  const t = useTranslations('charterDraft');
  return (
    <p className="who" role="status">
      <Marks peers={peers} /> {peers.length === 0 ? t('alone') : t('here', { names: namesOf(peers) })}
    </p>
  );
}

/** Those of them who are at one clause. */
export function HereAt({ peers, clause }: { peers: readonly PeerAt[]; clause: string }) {
  const t = useTranslations('charterDraft');
  const at = peers.filter((peer) => peer.at === clause);
  if (at.length === 0) return null;
  return (
    <p className="who">
      <Marks peers={at} /> {t('at', { names: namesOf(at) })}
    </p>
  );
}

function Marks({ peers }: { peers: readonly PeerAt[] }) {
  return peers.map(
    ({ name, position, letter }) =>
      position !== null &&
      letter !== null && <PartyMark key={`${position} ${name}`} position={position} letter={letter} size="sm" />,
  );
}

function namesOf(peers: readonly PeerAt[]): string {
  return peers.map(({ name, party }) => (party === null || name.includes(party) ? name : `${name} (${party})`)).join(', ');
}
