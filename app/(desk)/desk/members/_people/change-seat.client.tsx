'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog.client';
import type { PartyRole } from '@/domain/membership/bar-to-seating';
import { CommandButton } from '../../../_forms/command-button.client';
import { CommandForm } from '../../../_forms/command-form.client';
import { DialogButtons } from '../../../_forms/dialog-buttons.client';

type ChangeSeatProps = { person: { id: string; name: string; role: PartyRole }; roles: readonly PartyRole[]; isSelf: boolean };

/** What a moderator does about one person of their party: another role, or no seat any more. */
export function ChangeSeat({ person, roles, isSelf }: ChangeSeatProps) {
  const t = useTranslations('desk.members');
  const words = useTranslations('role');
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="small" aria-label={t('changeOf', { name: person.name })}>
          {t('change')}
        </Button>
      }
      title={t('changeOf', { name: person.name })}
    >
      <CommandForm action={`/api/v1/members/${person.id}/role`} method="PUT" body={({ role = '' }) => ({ role })} onDone={close}>
        {({ pending, errorOf }) => (
          <>
            <Fieldset id={`role-${person.id}`} legend={t('role')} error={errorOf('role')}>
              {roles.map((role) => (
                <Choice
                  key={role}
                  name="role"
                  value={role}
                  label={words(role)}
                  hint={t(`may.${role}`)}
                  defaultChecked={role === person.role}
                />
              ))}
            </Fieldset>
            <DialogButtons send={t('changeSubmit')} pending={pending} />
          </>
        )}
      </CommandForm>
      {!isSelf && (
        <div className="box">
          <p>{t('removeText')}</p>
          <div className="acts">
            <CommandButton action={`/api/v1/members/${person.id}/removal`} onDone={close}>
              {t('remove', { name: person.name })}
            </CommandButton>
          </div>
        </div>
      )}
    </Dialog>
  );
}
