import { CalendarDays, UserRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import { Icon } from '@/components/ui/icon';
import { dueStateOf } from '@/domain/claim/due';
import { loadDesk } from '../../../../_frame/load-desk';
import { loadReader } from '../../../../_frame/load-waiting';
import type { LoadedRecord } from '../_record/load-record';
import { AddTask } from './add-task.client';
import { AssignDialog } from './assign-dialog.client';
import { DueDialog } from './due-dialog.client';
import { TaskLine } from './task-line.client';
import type { Workers } from './workers';

/** By when the claim is to be done, who of the own party has it in hand, and what was asked for beside that. */
export async function ClaimWork({ record }: { record: LoadedRecord }) {
  const { member, abilities, workspace } = await loadDesk();
  const t = await getTranslations('discussion.work');
  const { party } = member;
  if (party === null || !abilities['task.read']) return null;
  const { today } = await loadReader();
  const { claim, work, tasks, people, stage } = record;
  const isOpen = claim.state !== 'closed';
  const due = work.dueOn === null ? undefined : dueStateOf({ dueOn: work.dueOn, stage, today });
  const workers: Workers = {
    ownParty: { id: party.id, name: party.name },
    people,
    parties: workspace.parties.map(({ id, name, letter, position }) => ({ id, name, letter, position })),
    canWrite: abilities['task.write'] && isOpen,
    timeZone: workspace.timeZone,
    today,
  };
  const own = people.filter(({ partyId }) => partyId === party.id);
  const open = tasks.filter(({ done }) => done === null);
  const done = tasks.filter((task) => task.done !== null);
  return (
    <section className="work" aria-label={t('label')}>
      <dl>
        <div>
          <dt>{t('due')}</dt>
          <dd className={due === 'overdue' || due === 'today' ? 'dl soon' : 'dl'}>
            <Icon as={CalendarDays} />
            {work.dueOn === null ? t('noDate') : <DateText at={work.dueOn} />}
            {(due === 'overdue' || due === 'today') && <span>{t(due)}</span>}
            {abilities['claim.schedule'] && isOpen && (
              <DueDialog claimId={claim.id} dueOn={work.dueOn} timeZone={workspace.timeZone} />
            )}
          </dd>
        </div>
        <div>
          <dt>{t('inHand', { party: party.name })}</dt>
          <dd className="dl">
            <Icon as={UserRound} />
            {work.assignee === null ? t('nobody') : <bdi>{work.assignee.name}</bdi>}
            {abilities['claim.assign'] && isOpen && (
              <AssignDialog claimId={claim.id} personId={work.assignee?.personId} people={own} party={party.name} />
            )}
          </dd>
        </div>
      </dl>
      {workers.canWrite && <AddTask claimId={claim.id} workers={workers} />}
      {open.length > 0 && (
        <ul>
          {open.map((task) => (
            <TaskLine key={task.id} task={task} workers={workers} />
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <details>
          <summary>{t('doneTasks', { count: done.length })}</summary>
          <ul>
            {done.map((task) => (
              <TaskLine key={task.id} task={task} workers={workers} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
