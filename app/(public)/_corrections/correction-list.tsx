import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import { DateText } from '@/components/ui/date-text';
import type { ListedCorrection } from '@/db/queries/public/public-corrections';
import type { Locale } from '@/messages/locales';
import { inLanguage } from '../_page/addresses';
import { readableTexts, writtenIn } from '../_page/text-direction';
import { changesPath } from '../_verdict/verdict-address';
import { SaidReason } from './said-reason';

/** Every correction and retraction, the newest first (SPEC GC7). */
export function CorrectionList({ items, locale, timeZone }: { items: ListedCorrection[]; locale: Locale; timeZone: string }) {
  const t = useTranslations('correction');
  return (
    <ol className="challenges" reversed>
      {items.map((item) => (
        <li key={`${item.kind}-${item.slug}-${item.number}`}>
          <h3>
            <Link href={inLanguage(`/verdicts/${item.slug}`, locale)} prefetch={false}>
              <Question item={item} locale={locale} />
            </Link>{' '}
            <Chip>{item.kind === 'retraction' ? t('list.retraction') : t(`grade.${item.grade}`)}</Chip>
          </h3>
          <p className="muted">
            {t.rich('list.line', {
              number: item.number,
              date: () => <DateText at={item.at} timeZone={timeZone} />,
            })}
          </p>
          <div className="said">
            <SaidReason reason={item.reason} locale={locale} />
          </div>
          {item.challenge !== null && (
            <p className="muted">
              <Link href={inLanguage(`/corrections#challenge-${item.challenge}`, locale)}>
                {t('list.answers', { number: item.challenge })}
              </Link>
            </p>
          )}
          {item.kind === 'correction' && (
            <p>
              <Link href={inLanguage(changesPath(item.slug, item.number), locale)} prefetch={false}>
                {t('list.changes')}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What the verdict asks, or its address where its bytes are broken. */
function Question({ item: { question, slug }, locale }: { item: ListedCorrection; locale: Locale }) {
  if (question === null) return <bdi dir="ltr">{slug}</bdi>;
  const { texts, language } = readableTexts(question, locale);
  return <bdi {...writtenIn(language)}>{texts.question}</bdi>;
}
