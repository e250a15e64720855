'use client';

import { BookmarkPlus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog.client';
import { Icon } from '@/components/ui/icon';
import { TextField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { CommandForm } from '../../../_forms/command-form.client';
import { DialogButtons } from '../../../_forms/dialog-buttons.client';
import { useCommand } from '../../../_forms/use-command.client';

/** Gives the list as it stands a name, for oneself or for the party. */
export function SaveView({ parameters, party }: { parameters: string; party: string }) {
  const t = useTranslations('list.views');
  const hydrated = useHydrated();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t('title')}
      description={t('text')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small" icon={<Icon as={BookmarkPlus} />} disabled={!hydrated}>
          {t('save')}
        </Button>
      }
    >
      <CommandForm
        action="/api/v1/views"
        body={({ name = '', share }) => ({ name, parameters, sharedWith: share === undefined ? 'nobody' : 'party' })}
        onDone={() => setOpen(false)}
      >
        {({ errorOf, pending }) => (
          <>
            <TextField id="view-name" name="name" label={t('name')} error={errorOf('name')} maxLength={60} required />
            <label className="choice">
              <input type="checkbox" name="share" />
              <b>{t('share', { party })}</b>
            </label>
            <DialogButtons send={t('doSave')} pending={pending} />
          </>
        )}
      </CommandForm>
    </Dialog>
  );
}

export function RemoveView({ id, name }: { id: string; name: string }) {
  const t = useTranslations('list.views');
  const hydrated = useHydrated();
  const { send, pending } = useCommand(`/api/v1/views/${id}/removal`);
  return (
    <button
      type="button"
      className="btn quiet s"
      aria-label={t('remove', { name })}
      disabled={!hydrated}
      aria-disabled={pending || undefined}
      onClick={() => void send({})}
    >
      <Icon as={X} />
    </button>
  );
}
