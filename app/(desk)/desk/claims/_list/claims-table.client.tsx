'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Pagination } from '@/components/ui/pagination';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { DeskParty } from '@/db/queries/desk/desk-workspace';
import type { ListView } from '@/domain/claim/list-view';
import { type Stage, stageOrder } from '@/domain/claim/stage';
import { BulkBar, type Person } from './bulk-bar.client';
import { ClaimLine } from './claim-line.client';
import { KeysHelp } from './keys-help.client';
import type { ListRow } from './list-row';
import { RowIcons } from './row-icon.client';
import { SortHeading } from './sort-heading.client';
import { useListKeys } from './use-list-keys.client';

type TableProps = {
  rows: ListRow[];
  view: ListView;
  /** How many claims of each stage the whole list holds. */
  counts: Partial<Record<Stage, number>>;
  parties: DeskParty[];
  people: Person[];
  timeZone: string;
  canChange: boolean;
  previous: string | undefined;
  next: string | undefined;
};

/** The claims after the mock. Drawn on the server too, so that the list stands before any script; then rows can be selected and the keys work. */
export function ClaimsTable({ rows, view, counts, parties, people, timeZone, canChange, previous, next }: TableProps) {
  const t = useTranslations('list.table');
  const words = useTranslations('desk.claims');
  const hydrated = useHydrated();
  const table = useRef<HTMLTableElement>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  // What is no longer on the page is no longer selected: nobody changes a claim that they do not see.
  const selected = rows.filter(({ id }) => marked.has(id));
  const keys = useListKeys({ table, canMark: canChange, onMark: toggle, onClear: () => setMarked(new Set()) });

  function toggle(id: string): void {
    setMarked((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  }

  const columns = canChange ? 7 : 6;
  const line = (row: ListRow) => (
    <ClaimLine
      key={row.id}
      row={row}
      parties={parties}
      mark={canChange ? { isOn: marked.has(row.id), isReady: hydrated, onToggle: () => toggle(row.id) } : undefined}
    />
  );
  return (
    <>
      <RowIcons />
      <div className="tbl-wrap">
        <table className="tbl claims" ref={table}>
          <thead>
            <tr>
              {canChange && (
                <th scope="col">
                  <input
                    type="checkbox"
                    aria-label={t('selectAll')}
                    disabled={!hydrated}
                    checked={selected.length === rows.length}
                    onChange={() => setMarked(new Set(selected.length === rows.length ? [] : rows.map(({ id }) => id)))}
                  />
                </th>
              )}
              <SortHeading sort="number" view={view} label={words('claim')} />
              <SortHeading sort="stage" view={view} label={words('stage')} />
              <th scope="col">{words('parties')}</th>
              <th scope="col">{words('charter')}</th>
              <SortHeading sort="due" view={view} label={t('due')} />
              <SortHeading sort="changed" view={view} label={words('changed')} />
            </tr>
          </thead>
          {view.sort === 'stage' ? (
            (view.isReversed ? stageOrder.toReversed() : stageOrder)
              .filter((stage) => rows.some((row) => row.stage === stage))
              .map((stage) => (
                <tbody key={stage}>
                  <StageHeading stage={stage} columns={columns} count={counts[stage] ?? 0} />
                  {rows.filter((row) => row.stage === stage).map(line)}
                </tbody>
              ))
          ) : (
            <tbody>{rows.map(line)}</tbody>
          )}
        </table>
      </div>
      <Pagination previous={previous} next={next} />
      {canChange && <BulkBar claims={selected} people={people} timeZone={timeZone} onClear={() => setMarked(new Set())} />}
      <KeysHelp keys={keys} canMark={canChange} />
    </>
  );
}

function StageHeading({ stage, columns, count }: { stage: Stage; columns: number; count: number }) {
  const states = useTranslations('state');
  return (
    <tr className="g">
      <th colSpan={columns} scope="rowgroup">
        {states(stage)} <span>{count}</span>
      </th>
    </tr>
  );
}
