import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { countChanges } from '@/components/record/sheet/count-changes';
import { DateText } from '@/components/ui/date-text';
import type { DeskEarlierRevision, DeskRevision } from '@/db/queries/desk/revision-of-desk';
import { comparedAs } from '@/domain/claim/compared-revision';

/** Since which revision the changes are shown and why since that one, how much changed, and what else the reader may compare with (SPEC L14). */
export function Since({ revision, party, timeZone }: { revision: DeskRevision; party: string | undefined; timeZone: string }) {
  const t = useTranslations('desk.revision');
  const { base, earlier, record } = revision;
  if (earlier.length === 0) return <p>{t('first')}</p>;
  if (base === undefined) return <p>{t('compared.unread', { party: party ?? 'none' })}</p>;
  const count = countChanges(base.record, record);
  const isSame = Object.values(count).every((changes) => changes === 0);
  return (
    <p>
      <BaseSentence base={base} party={party} timeZone={timeZone} /> <b>{isSame ? t('nothingChanged') : t('changed', count)}</b>
    </p>
  );
}

/** Why it is read against that one. Of the reader's party only what stands is told as said (SPEC L14). */
export function BaseSentence({
  base,
  party,
  timeZone,
}: {
  base: DeskEarlierRevision;
  party: string | undefined;
  timeZone: string;
}) {
  const t = useTranslations('desk.revision.compared');
  const { number, own, publishedAt } = base;
  const on = (at: Date | null) => () => at && <DateText at={at} show="day" timeZone={timeZone} />;
  switch (comparedAs(base)) {
    case 'retracted':
      return t('retracted', { number });
    case 'own':
      return t.rich('own', {
        ...{ number, party: party ?? '', decision: own?.decision.replaceAll('-', '_') ?? '' },
        date: on(own?.at ?? null),
      });
    case 'taken-back':
      return t.rich('takenBack', { number, party: party ?? '', date: on(own?.withdrawnAt ?? null) });
    case 'published':
      return t.rich('published', { number, date: on(publishedAt) });
    case 'other':
      return t('other', { number });
  }
}

/** The other revisions that this one can be compared with. */
export function CompareWith({ revision: { earlier, base } }: { revision: DeskRevision }) {
  const t = useTranslations('desk.revision.compareWith');
  const states = useTranslations('state');
  const others = earlier.filter(({ number }) => number !== base?.number);
  if (others.length === 0) return null;
  return (
    <nav className="others" aria-label={t('label')}>
      <span aria-hidden="true">{t('label')}</span>
      {others.map(({ number, state }) => (
        <Link key={number} href={`?view=changes&with=${number}`} scroll={false}>
          {t('revision', { number })} <span className="muted">{states(state)}</span>
        </Link>
      ))}
    </nav>
  );
}
