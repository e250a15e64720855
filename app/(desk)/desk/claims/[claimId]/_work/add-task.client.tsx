'use client';

import { ListPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog.client';
import { Icon } from '@/components/ui/icon';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Audience } from '@/domain/discussion/audience';
import { CommandForm } from '../../../../_forms/command-form.client';
import { DialogButtons } from '../../../../_forms/dialog-buttons.client';
import { AudienceChoice } from '../_comments/audience-choice';
import { TaskFields } from './task-fields.client';
import type { Workers } from './workers';

/** A new task. Who reads it is chosen first, and decides who can be asked. */
export function AddTask({ claimId, workers }: { claimId: string; workers: Workers }) {
  const t = useTranslations('discussion.work');
  const hydrated = useHydrated();
  const [isOpen, setIsOpen] = useState(false);
  const [audience, setAudience] = useState<Audience>();
  const { ownParty, people, timeZone } = workers;
  const party = ownParty.name;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(opens) => {
        setIsOpen(opens);
        setAudience(undefined);
      }}
      title={t('addTitle')}
      description={t('addText')}
      trigger={
        <Button size="small" icon={<Icon as={ListPlus} />} disabled={!hydrated}>
          {t('add')}
        </Button>
      }
    >
      <CommandForm
        action={`/api/v1/claims/${claimId}/tasks`}
        body={(values) => values}
        onDone={() => {
          setIsOpen(false);
          setAudience(undefined);
        }}
      >
        {({ pending, errorOf }) => (
          <>
            <AudienceChoice
              id="task-audience"
              legend={t('audience')}
              hintOf={(one) => t(`hint.${one}`, { party })}
              party={party}
              value={audience}
              onChange={setAudience}
              isMissing={errorOf('audience') !== undefined}
            />
            <TaskFields
              id="task-new"
              people={people.filter(({ partyId }) => audience !== 'party' || partyId === ownParty.id)}
              timeZone={timeZone}
              errorOf={errorOf}
            />
            <DialogButtons send={t(`send.${audience ?? 'unchosen'}`, { party })} pending={pending} />
          </>
        )}
      </CommandForm>
    </Dialog>
  );
}
