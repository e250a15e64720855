'use client';

import { useTranslations } from 'next-intl';
import { PartyMark } from '@/components/record/party-mark';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { useLive } from './record-context.client';

/** Who else is in the record now, by party and name. */
export function Presence() {
  const t = useTranslations('party');
  const { peers } = useLive();
  const names = peers.map(({ name, party }) => (party === null ? name : `${name} (${party})`)).join(', ');
  return (
    <span className="pres" title={peers.length === 0 ? undefined : t('here', { names })}>
      {peers.length > 0 && <VisuallyHidden>{t('here', { names })}</VisuallyHidden>}
      {peers.map(
        ({ name, position, letter }) =>
          position !== null && letter !== null && <PartyMark key={`${position} ${name}`} position={position} letter={letter} />,
      )}
    </span>
  );
}
