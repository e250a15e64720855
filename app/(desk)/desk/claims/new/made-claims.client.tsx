'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { useFaultWords } from '../../../_words/use-fault-words';

/** A claim that was made, and why it was not opened where that was asked and refused. */
export type Made = {
  id: string;
  number: number;
  state: 'submitted' | 'open';
  refusal?: { code: string } & Record<string, unknown>;
};

/** What became of the ticked sentences, with a way to each claim. */
export function MadeClaims({ claims, onMore }: { claims: Made[]; onMore: () => void }) {
  const t = useTranslations('intake.made');
  const states = useTranslations('state');
  const faultWords = useFaultWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="narrow" aria-labelledby="made">
      <h2 id="made" tabIndex={-1} ref={heading}>
        {t('title', { count: claims.length })}
      </h2>
      <ul className="todo">
        {claims.map(({ id, number, state, refusal }) => (
          <li key={id}>
            <Link href={`/desk/claims/${id}`}>{t('claim', { number, state: states(state) })}</Link>
            {refusal !== undefined && <p className="hint">{t('notOpened', { reason: faultWords(refusal) })}</p>}
          </li>
        ))}
      </ul>
      <div className="acts">
        <ButtonLink href="/desk/claims?stage=submitted" look="primary">
          {t('toClaims')}
        </ButtonLink>
        <Button onClick={onMore}>{t('more')}</Button>
      </div>
    </section>
  );
}
