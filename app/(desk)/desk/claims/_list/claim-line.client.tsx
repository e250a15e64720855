'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PartyMark } from '@/components/record/party-mark';
import { Chip } from '@/components/ui/chip';
import { DateText } from '@/components/ui/date-text';
import type { DeskParty } from '@/db/queries/desk/desk-workspace';
import type { ListRow, Progress } from './list-row';
import { RowIcon, type RowIconName } from './row-icon.client';

type Mark = { isOn: boolean; isReady: boolean; onToggle: () => void };

/** One claim: what it asks, where it stands, what each party has done in its own place, what is missing, by when. */
export function ClaimLine({ row, parties, mark }: { row: ListRow; parties: DeskParty[]; mark: Mark | undefined }) {
  const t = useTranslations('list.table');
  const words = useTranslations('desk.claims');
  const states = useTranslations('state');
  const record = useTranslations('record');
  const { number, stage, clausesLeft, topics, assignee, changedAt } = row;
  const from = parties.find(({ position }) => position === row.from);
  return (
    <tr aria-selected={mark?.isOn} data-claim={row.id}>
      {mark !== undefined && (
        <td className="sel">
          <input
            type="checkbox"
            aria-label={t('select', { number })}
            disabled={!mark.isReady}
            checked={mark.isOn}
            onChange={mark.onToggle}
          />
        </td>
      )}
      <td className="t">
        {/* Forty records at once would be fetched for one that is opened. */}
        <Link href={`/desk/claims/${row.id}`} lang={row.language} prefetch={false}>
          <bdi>{row.heading}</bdi>
        </Link>
        <span>
          {words('from', { number, party: from?.name ?? '', topics: topics?.join(', ') ?? 'none' })}
          {assignee !== undefined && <> · {t('assignee', { name: assignee })}</>}
        </span>
      </td>
      <td>
        {row.revision === undefined ? states(stage) : record('stageOfRevision', { stage: states(stage), revision: row.revision })}
        {row.clock !== undefined && <Clock clock={row.clock} />}
      </td>
      <td>{row.progress !== undefined && <PartyProgress progress={row.progress} parties={parties} />}</td>
      <td>
        {clausesLeft !== undefined && (
          <Chip tone={clausesLeft === 0 ? 'ok' : 'wait'} icon={<RowIcon name={clausesLeft === 0 ? 'check' : 'left'} />}>
            {record('clausesLeft', { count: clausesLeft })}
          </Chip>
        )}
      </td>
      <td>
        <Due row={row} />
      </td>
      <td className="num muted">{changedAt !== undefined && <DateText at={changedAt} show="day" />}</td>
    </tr>
  );
}

/** Where a revision that is being decided stands, and the day until which it does. */
function Clock({ clock: { is, until } }: { clock: NonNullable<ListRow['clock']> }) {
  const t = useTranslations('life.list');
  const day = () => until !== undefined && <DateText at={until} show="day" />;
  return <small className="ck">{t.rich(is === 'signing' && until === undefined ? 'endless' : is, { day })}</small>;
}

/** The day, with a word where it matters: a colour alone would say nothing to many. */
function Due({ row: { dueOn, due } }: { row: ListRow }) {
  const t = useTranslations('list.table');
  const common = useTranslations('common');
  if (dueOn === undefined) return null;
  const [year, month, day] = dueOn.split('-').map((part) => String(Number(part)));
  const words = common('day', { year: year ?? '', month: month ?? '', day: day ?? '' });
  return (
    <time className={due === undefined ? 'dl' : 'dl soon'} dateTime={dueOn}>
      <RowIcon name="clock" />
      {due === 'overdue' ? t('overdue', { day: words }) : due === 'today' ? t('today') : words}
    </time>
  );
}

/** Signed, dissented, abstained or accepted the question, party by party; hollow means not yet. */
function PartyProgress({ progress, parties }: { progress: Progress[]; parties: DeskParty[] }) {
  const t = useTranslations('desk.claims.progress');
  const signing = parties.filter(({ standing }) => standing === 'signing');
  return (
    <span className="pa">
      {signing.map((party, index) => {
        const word = progress[index] ?? 'unsigned';
        const icon = marks[word];
        return (
          <span key={party.id}>
            <PartyMark
              position={party.position}
              letter={party.letter}
              size="sm"
              hollow={icon === undefined}
              label={t(word, { party: party.name })}
            />
            {icon !== undefined && <RowIcon name={icon} tone={icon === 'dissent' ? 'wait' : 'ok'} />}
          </span>
        );
      })}
    </span>
  );
}

const marks = {
  approve: 'check',
  'approve-with-statement': 'check',
  dissent: 'dissent',
  object: 'dissent',
  abstain: 'minus',
  recuse: 'minus',
  unsigned: undefined,
  accepted: 'check',
  'not-accepted': undefined,
} as const satisfies Record<Progress, RowIconName | undefined>;
