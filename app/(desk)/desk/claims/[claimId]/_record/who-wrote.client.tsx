'use client';

import { UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PartyMark } from '@/components/record/party-mark';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Writers } from '../_editor/use-writers.client';
import { useLive, useSeat } from './record-context.client';

/** Shows who wrote what: off until somebody asks, and then a legend with each party's share of the text that stands here. */
export function WhoWrote() {
  const t = useTranslations('editor.authorship');
  const { live, isLive } = useSeat();
  const { showsWriters, toggleWriters, writers } = useLive();
  if (!isLive) return null;
  return (
    <div className="who-wrote">
      <Button
        size="small"
        icon={<Icon as={UsersRound} />}
        aria-pressed={showsWriters}
        disabled={live === undefined}
        onClick={toggleWriters}
      >
        {t('toggle')}
      </Button>
      {showsWriters && live !== undefined && writers !== undefined && <Legend writers={writers} />}
    </div>
  );
}

function Legend({ writers }: { writers: Writers }) {
  const t = useTranslations('editor.authorship');
  const { state, shares, atCaret } = writers;
  return (
    <section className="legend" aria-label={t('legend')}>
      {state === 'loading' && shares.length === 0 && <span>{t('loading')}</span>}
      {state === 'failed' && <span>{t('failed')}</span>}
      {state === 'ready' && shares.length === 0 && <span>{t('nobody')}</span>}
      {shares.map(({ party, share }) => (
        <span key={party?.position ?? 'none'}>
          {party !== null && <PartyMark position={party.position} letter={party.letter} size="sm" />}
          <bdi>{t('share', { party: party?.name ?? t('noParty'), share })}</bdi>
        </span>
      ))}
      <span role="status">
        {atCaret !== undefined &&
          t('atCaret', { writer: atCaret.party === null ? atCaret.name : `${atCaret.party.letter} · ${atCaret.name}` })}
      </span>
    </section>
  );
}
