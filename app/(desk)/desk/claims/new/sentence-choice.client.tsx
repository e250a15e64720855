'use client';

import { Hash, MessageSquareQuote, Quote } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FieldIssue } from '@/app/_send/refusal';
import { Chip } from '@/components/ui/chip';
import { Choice } from '@/components/ui/choice';
import { Icon } from '@/components/ui/icon';
import { TextField } from '@/components/ui/text-field';
import type { OfferReason } from '@/domain/intake/why-offered';
import { paragraphLimits } from '@/domain/record/shape';
import { LikeClaims } from '../_intake/like-claims.client';
import type { ReadSentence } from './article-form.client';

const icons: Record<OfferReason, typeof Hash> = { figure: Hash, quotation: Quote, attribution: MessageSquareQuote };

/** One sentence with why it is offered; ticked, it asks for a neutral title and shows claims like it. */
export function SentenceChoice({
  sentence: { number, text, reasons },
  language,
  title,
  tooLong,
  error,
  onTick,
  onTitle,
}: {
  sentence: ReadSentence;
  language: string;
  /** The neutral title while the sentence is ticked. */
  title: string | undefined;
  tooLong: boolean;
  error: FieldIssue | undefined;
  onTick: (on: boolean) => void;
  onTitle: (title: string) => void;
}) {
  const t = useTranslations('intake.sentences');
  const words = useTranslations('fields');
  return (
    <li>
      <Choice
        type="checkbox"
        checked={title !== undefined}
        disabled={tooLong}
        onChange={({ target }) => onTick(target.checked)}
        label={
          <span className="sentence" lang={language} dir="auto">
            {text}
          </span>
        }
      />
      <div className="chips">
        <span className="num muted">{t('number', { number })}</span>
        {reasons.map((reason) => (
          <Chip key={reason} icon={<Icon as={icons[reason]} />}>
            {t(`reason.${reason}`)}
          </Chip>
        ))}
        {tooLong && <span className="muted">{t('tooLong', { max: paragraphLimits.claimText })}</span>}
      </div>
      {title !== undefined && (
        <div className="under">
          <TextField
            id={`title-${number}`}
            name={`title-${number}`}
            label={t('neutralTitle')}
            hint={t('neutralTitleHint', { length: [...title].length, max: paragraphLimits.title })}
            error={error && (words.has(error.code) ? words(error.code, error.facts) : words('invalid'))}
            value={title}
            lang={language}
            dir="auto"
            optional
            onChange={({ target }) => onTitle(target.value)}
          />
          <LikeClaims text={text} />
        </div>
      )}
    </li>
  );
}
