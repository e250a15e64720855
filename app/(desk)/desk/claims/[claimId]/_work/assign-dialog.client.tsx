'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog.client';
import { SelectField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { CommandForm } from '../../../../_forms/command-form.client';
import { DialogButtons } from '../../../../_forms/dialog-buttons.client';

/** Who of the own party has the claim in hand; no other party learns of it (SPEC D4). */
export function AssignDialog({
  claimId,
  personId,
  people,
  party,
}: {
  claimId: string;
  personId: string | undefined;
  people: { id: string; name: string }[];
  party: string;
}) {
  const t = useTranslations('discussion.work');
  const hydrated = useHydrated();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('assignTitle', { party })}
      description={t('assignText')}
      trigger={
        <Button size="small" look="quiet" disabled={!hydrated} aria-label={t('changeAssignee')}>
          {t('change')}
        </Button>
      }
    >
      <CommandForm
        action={`/api/v1/claims/${claimId}/assignment`}
        method="PUT"
        body={({ personId: person = '' }) => ({ personId: person })}
        onDone={() => setIsOpen(false)}
      >
        {({ pending, errorOf }) => (
          <>
            <SelectField
              id="claim-assignee"
              name="personId"
              label={t('person')}
              error={errorOf('personId')}
              defaultValue={personId ?? ''}
              optional
              options={[{ value: '', label: t('nobody') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
            />
            <DialogButtons send={t('assignSend')} pending={pending} />
          </>
        )}
      </CommandForm>
    </Dialog>
  );
}
