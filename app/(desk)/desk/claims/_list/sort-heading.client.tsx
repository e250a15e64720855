'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { type ListSort, type ListView, parametersOf } from '@/domain/claim/list-view';

/** Which way each order runs before it is turned round, as its column shows it. */
const runs: Record<ListSort, 'ascending' | 'descending'> = {
  stage: 'ascending',
  changed: 'descending',
  due: 'ascending',
  number: 'descending',
};

/** The heading of a column that orders the list: a link, since an order has an address. Once more turns it round. */
export function SortHeading({ sort, view, label }: { sort: ListSort; view: ListView; label: string }) {
  const t = useTranslations('list.table');
  const isHere = view.sort === sort;
  const parameters = new URLSearchParams(parametersOf({ ...view, sort, isReversed: isHere && !view.isReversed }));
  const way = (runs[sort] === 'ascending') === view.isReversed ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isHere ? way : undefined}>
      <Link
        href={parameters.size === 0 ? '/desk/claims' : `/desk/claims?${parameters}`}
        title={t(isHere ? 'turn' : 'sortBy', { column: label })}
      >
        {label}
        {isHere && <Icon as={way === 'ascending' ? ArrowUp : ArrowDown} />}
      </Link>
    </th>
  );
}
