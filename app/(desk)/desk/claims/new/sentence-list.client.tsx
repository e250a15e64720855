'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { StopNotice } from '@/components/ui/stop-notice';
import { paragraphLimits } from '@/domain/record/shape';
import { useCommand } from '../../../_forms/use-command.client';
import type { Article, ReadSentence } from './article-form.client';
import type { Made } from './made-claims.client';
import { SentenceChoice } from './sentence-choice.client';

/** The sentences of an article, those first that can be checked (SPEC IN2), and what is to become of the ticked ones. */
export function SentenceList({
  article,
  canOpen,
  onMade,
  onBack,
}: {
  article: Article;
  canOpen: boolean;
  onMade: (made: Made[]) => void;
  onBack: () => void;
}) {
  const t = useTranslations('intake.sentences');
  const words = useTranslations('statement');
  const [isFact, setIsFact] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const [titles, setTitles] = useState<ReadonlyMap<number, string>>(new Map());
  const { send, pending, refusal } = useCommand('/api/v1/claims/batch', {
    // The server's own answer, in the shape of commands/claims/submit-claims.ts.
    onDone: ({ claims }) => onMade(claims as Made[]),
  });
  // What was read takes the place of the form: the focus goes with it.
  useEffect(() => heading.current?.focus(), []);

  const { sentences, language, appearance } = article;
  const ticked = sentences.filter(({ number }) => titles.has(number));
  const offered = sentences.filter(({ reasons }) => reasons.length > 0);
  const others = sentences.filter(({ reasons }) => reasons.length === 0);

  function tick({ number, title }: ReadSentence, on: boolean): void {
    const next = new Map(titles);
    if (on) next.set(number, title);
    else next.delete(number);
    setTitles(next);
  }

  function submit(as: 'submitted' | 'open'): void {
    const claims = ticked.map(({ number, text }) => ({
      wording: text,
      title: titles.get(number) ?? '',
      locator: t('locator', { number }),
    }));
    void send({ language, appearance, claims, as, ...(as === 'open' && isFact && { statement: 'fact' }) });
  }

  const choice = (sentence: ReadSentence) => (
    <SentenceChoice
      key={sentence.number}
      sentence={sentence}
      language={language}
      title={titles.get(sentence.number)}
      tooLong={[...sentence.text].length > paragraphLimits.claimText}
      error={refusal?.issues.find(({ field }) => field.startsWith(`claims.${ticked.indexOf(sentence)}.`))}
      onTick={(on) => tick(sentence, on)}
      onTitle={(title) => setTitles(new Map(titles).set(sentence.number, title))}
    />
  );
  return (
    <section className="narrow sentences" aria-labelledby="sentences">
      <h2 id="sentences" tabIndex={-1} ref={heading}>
        {t('title', { title: appearance.title })}
      </h2>
      <p className="muted">{t('text', { offered: offered.length, all: sentences.length })}</p>
      {offered.length > 0 && <ol className="todo">{offered.map(choice)}</ol>}
      {others.length > 0 && (
        <details open={offered.length === 0}>
          <summary>{t('others', { count: others.length })}</summary>
          <ol className="todo">{others.map(choice)}</ol>
        </details>
      )}
      <StopNotice title={t('refused')}>{refusal?.message}</StopNotice>
      {canOpen && (
        <Choice
          type="checkbox"
          label={words('ofArticle')}
          checked={isFact}
          onChange={({ target }) => setIsFact(target.checked)}
        />
      )}
      <div className="acts stick">
        <p role="status" className="num">
          {t('ticked', { count: ticked.length })}
        </p>
        <Button
          look="primary"
          aria-disabled={pending || ticked.length === 0 || undefined}
          onClick={() => ticked.length > 0 && submit('submitted')}
        >
          {t('submit')}
        </Button>
        {canOpen && (
          <Button aria-disabled={pending || ticked.length === 0 || undefined} onClick={() => ticked.length > 0 && submit('open')}>
            {t('open')}
          </Button>
        )}
        <Button look="quiet" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </section>
  );
}
