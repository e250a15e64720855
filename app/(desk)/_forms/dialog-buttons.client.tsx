'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DialogClose } from '@/components/ui/dialog.client';

/** What ends a form in a dialog: the verb, and the way out. */
export function DialogButtons({ send, pending }: { send: string; pending: boolean }) {
  const common = useTranslations('common');
  return (
    <div className="acts">
      <Button look="primary" type="submit" aria-disabled={pending || undefined}>
        {send}
      </Button>
      <DialogClose>
        <Button>{common('cancel')}</Button>
      </DialogClose>
    </div>
  );
}
