import { useTranslations } from 'next-intl';
import { SheetFinding } from '@/components/record/sheet/sheet-finding';
import type { Subject } from './subject-of';

/** Which record a statement is about. It is read from the record, not from the statement's bytes, and stands apart from what those say (SPEC R13). */
export function SignedSubject({ subject: { claimNumber, number, language, question, rating, finding } }: { subject: Subject }) {
  const t = useTranslations('signing.subject');
  return (
    <section className="subject" aria-label={t('label')}>
      <p className="lbl">{t('title', { claim: claimNumber, number })}</p>
      <p className="read" lang={language} dir="auto">
        <b>{question}</b>
      </p>
      <SheetFinding rating={rating} oldRating={undefined} after={finding} before={undefined} language={language} />
      <p className="muted">{t('text')}</p>
    </section>
  );
}
