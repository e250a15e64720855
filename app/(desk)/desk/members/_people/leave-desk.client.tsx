'use client';

import { useTranslations } from 'next-intl';
import { forgetDrafts } from '@/components/record/forget-drafts';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog.client';
import { CommandButton } from '../../../_forms/command-button.client';

/** Giving up one's own seat, after a question: there is no way back but a new invitation. The next page is nobody's, so it is loaded afresh. */
export function LeaveDesk() {
  const t = useTranslations('desk.members');
  const common = useTranslations('common');
  return (
    <Dialog trigger={<Button size="small">{t('leave')}</Button>} title={t('leaveTitle')} description={t('leaveText')}>
      <div className="acts">
        <CommandButton
          action="/api/v1/me/departure"
          body={{ leave: 'this-desk' }}
          look="primary"
          onDone={() => void forgetDrafts().then(() => window.location.assign('/sign-in'))}
        >
          {t('leaveSubmit')}
        </CommandButton>
        <DialogClose>
          <Button>{common('cancel')}</Button>
        </DialogClose>
      </div>
    </Dialog>
  );
}
