'use client';

import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { useLive, useSeat } from './record-context.client';

/** The scalars: a form for those who edit, a list for everybody else and until the connection is there. */
export function LiveFields({ ratings }: { ratings: { value: string; label: string }[] }) {
  const { live, editors, canEdit } = useSeat();
  return live !== undefined && editors !== undefined && canEdit ? (
    <editors.Fields live={live} ratings={ratings} />
  ) : (
    <FieldsList ratings={ratings} />
  );
}

function FieldsList({ ratings }: { ratings: { value: string; label: string }[] }) {
  const t = useTranslations('editor');
  const { fields } = useLive();
  const rating = ratings.find(({ value }) => value === fields.rating)?.label;
  const { statedOn, claimantName, claimantRole, topics } = fields;
  const lines = [
    ['rating', rating ?? t('empty')],
    ['claimantName', claimantName],
    ['claimantRole', claimantRole],
    ['statedOn', typeof statedOn === 'string' ? <DateText key="day" at={statedOn} show="day" /> : undefined],
    ['topics', Array.isArray(topics) ? topics.join(', ') : undefined],
  ] as const;
  return (
    <dl className="ratebox" id="fields">
      {lines.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(`fields.${name}`)}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
