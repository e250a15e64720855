'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PartyMark } from '@/components/record/party-mark';
import { Button } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import { Dialog } from '@/components/ui/dialog.client';
import { Icon } from '@/components/ui/icon';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { ClaimTask } from '@/db/queries/desk/tasks-of-claim';
import { CommandButton } from '../../../../_forms/command-button.client';
import { CommandForm } from '../../../../_forms/command-form.client';
import { DialogButtons } from '../../../../_forms/dialog-buttons.client';
import { Reads } from '../_comments/reads';
import { TaskFields } from './task-fields.client';
import type { Workers } from './workers';

/** One task: what, who, by when, who reads it, and what this member's party may do about it (SPEC K8). */
export function TaskLine({ task, workers }: { task: ClaimTask; workers: Workers }) {
  const t = useTranslations('discussion.work');
  const { id, what, audienceParty, assignee, dueOn, done, isTheirs } = task;
  const { parties, today, timeZone, canWrite } = workers;
  const reader = parties.find((party) => party.id === audienceParty) ?? null;
  const holder = parties.find((party) => party.id === assignee?.partyId);
  const isDue = done === null && dueOn !== null && dueOn <= today;
  return (
    <li id={`task-${id}`} className={reader === null ? 'task' : 'task only'}>
      <p className="what">
        <bdi>{what}</bdi>
      </p>
      <p className="meta">
        <Reads audienceParty={reader?.name ?? null} />
        <span>
          {holder !== undefined && <PartyMark position={holder.position} letter={holder.letter} size="sm" />}{' '}
          {assignee === null ? t('nobody') : <bdi>{assignee.name}</bdi>}
        </span>
        {dueOn !== null && (
          <span className={isDue ? 'dl soon' : 'dl'}>
            {t(isDue && dueOn < today ? 'wasDue' : 'dueOn')} <DateText at={dueOn} />
          </span>
        )}
        {done !== null && (
          <span>
            <Icon as={Check} /> {t('doneBy', { name: done.person })} <DateText at={done.at} timeZone={timeZone} />
          </span>
        )}
      </p>
      {isTheirs && (
        <div className="acts">
          <CommandButton size="small" action={`/api/v1/tasks/${id}/completion`} method="PUT" body={{ done: done === null }}>
            {t(done === null ? 'finish' : 'reopen')}
          </CommandButton>
          {done === null && canWrite && <ChangeTask task={task} workers={workers} />}
        </div>
      )}
    </li>
  );
}

function ChangeTask({ task, workers }: { task: ClaimTask; workers: Workers }) {
  const t = useTranslations('discussion.work');
  const hydrated = useHydrated();
  const [isOpen, setIsOpen] = useState(false);
  const { id, what, audienceParty, assignee, dueOn } = task;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('changeTitle')}
      trigger={
        <Button size="small" look="quiet" disabled={!hydrated} aria-label={t('changeTask', { what })}>
          {t('change')}
        </Button>
      }
    >
      <CommandForm action={`/api/v1/tasks/${id}`} method="PUT" body={(values) => values} onDone={() => setIsOpen(false)}>
        {({ pending, errorOf }) => (
          <>
            <TaskFields
              id={`task-${id}`}
              people={workers.people.filter(({ partyId }) => audienceParty === null || partyId === audienceParty)}
              timeZone={workers.timeZone}
              errorOf={errorOf}
              initial={{ what, personId: assignee?.personId, dueOn }}
            />
            <DialogButtons send={t('changeSend')} pending={pending} />
          </>
        )}
      </CommandForm>
    </Dialog>
  );
}
