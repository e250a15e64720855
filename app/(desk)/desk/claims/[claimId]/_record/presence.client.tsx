'use client';

import { useTranslations } from 'next-intl';
import { PartyMark } from '@/components/record/party-mark';
import { useLanguageName } from '@/components/ui/use-language-name';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { useLive, useSeat } from './record-context.client';

/** Who else is in the record now, by party and name, and in which of its languages. */
export function Presence() {
  const t = useTranslations('party');
  const words = useTranslations('languages');
  const nameOf = useLanguageName();
  const { peers } = useLive();
  const { languages } = useSeat();
  const names = peers
    .map(({ name, party, language }) => {
      const who = party === null ? name : `${name} (${party})`;
      const isTold = languages.length > 1 && language !== undefined && languages.includes(language);
      return isTold ? words('whoIn', { who, language: nameOf(language) }) : who;
    })
    .join(', ');
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
