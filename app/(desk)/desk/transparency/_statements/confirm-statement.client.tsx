'use client';

import { useTranslations } from 'next-intl';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { CommandButton } from '../../../_forms/command-button.client';

/** Says for one's party that these words are right, or that they still are. */
export function ConfirmStatement({ id, name, again }: { id: string; name: string; again: boolean }) {
  const t = useTranslations('transparency');
  return (
    <div className="acts">
      <CommandButton action={`/api/v1/transparency/statements/${id}/confirmations`} look={again ? 'default' : 'primary'}>
        {t(again ? 'again' : 'confirm')}
        <VisuallyHidden>: {name}</VisuallyHidden>
      </CommandButton>
    </div>
  );
}
