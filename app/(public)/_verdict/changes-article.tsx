import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { RecordSheet } from '@/components/record/sheet/record-sheet';
import { DateText } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import type { PublishedVerdict } from '@/db/queries/public/published-verdict';
import { isRated } from '@/domain/claim/outcomes';
import { inLanguage } from '../_page/addresses';
import type { Reading } from './reading';

/** Two published revisions in one: every signed word of the later, with what it added and what it took away. */
export function ChangesArticle({ reading, before }: { reading: Reading; before: PublishedVerdict }) {
  const { verdict, workspace, locale } = reading;
  const t = useTranslations('public');
  const position = useTranslations('position');
  const address = `/verdicts/${verdict.slug}`;
  const day = (at: string) => () => <DateText at={at} show="day" timeZone={workspace.timeZone} />;
  const links = [
    { path: address, text: t('revision.toVerdict') },
    { path: `${address}/revisions/${verdict.number}`, text: t('history.read', { number: verdict.number }) },
    { path: `${address}/revisions/${before.number}`, text: t('history.read', { number: before.number }) },
  ];
  return (
    <article className="changes">
      <header>
        <p className="kick">
          <b>{t('changes.title', { number: verdict.number })}</b>
        </p>
        <p>
          {t.rich('changes.compared', {
            number: verdict.number,
            before: before.number,
            published: day(verdict.publishedAt),
            earlier: day(before.publishedAt),
          })}{' '}
          {t('changes.marks')}
        </p>
        <ul className="chips acts">
          {links.map(({ path, text }) => (
            <li key={path}>
              <Link className="btn" href={inLanguage(path, locale)}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </header>
      {!isRated(verdict.outcome) && <Notice tone="wait">{position('changes', { outcome: verdict.outcome })}</Notice>}
      <div className="sheet">
        <RecordSheet record={verdict.record} before={before.record} />
      </div>
    </article>
  );
}
