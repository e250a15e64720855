'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog.client';
import type { DeskSource } from '@/db/queries/desk/sources-of-desk';
import { CommandButton } from '../../../../_forms/command-button.client';
import { CommandForm } from '../../../../_forms/command-form.client';
import { DialogButtons } from '../../../../_forms/dialog-buttons.client';
import { ReasonDialog } from './reason-dialog.client';
import { GradingFields, gradingOf } from './source-fields.client';

/** What a member may do with one source: their own party changes or withdraws it, another party accepts or disputes the grading it read (SPEC S2, S3). */
export function SourceActions({ source, isOwn }: { source: DeskSource; isOwn: boolean }) {
  const t = useTranslations('desk.sourceActions');
  const base = `/api/v1/sources/${source.id}`;
  if (isOwn) {
    return (
      <>
        <RegradeDialog source={source} />
        <CommandButton size="small" look="quiet" action={`${base}/withdrawal`}>
          {t('withdraw', { number: source.number })}
        </CommandButton>
      </>
    );
  }
  return (
    <>
      {source.state !== 'accepted' && (
        <CommandButton size="small" action={`${base}/acceptance`} body={{ grading: source.grading }}>
          {t('accept', { number: source.number })}
        </CommandButton>
      )}
      {source.state !== 'disputed' && (
        <ReasonDialog
          trigger={<Button size="small">{t('dispute', { number: source.number })}</Button>}
          title={t('dispute', { number: source.number })}
          description={t('disputeText')}
          label={t('reason')}
          hint={t('reasonHint')}
          submit={t('disputeSubmit')}
          action={`${base}/dispute`}
          field="reason"
          facts={{ grading: source.grading }}
        />
      )}
    </>
  );
}

function RegradeDialog({ source }: { source: DeskSource }) {
  const t = useTranslations('desk.sourceActions');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button size="small">{t('regrade', { number: source.number })}</Button>}
      title={t('regrade', { number: source.number })}
      description={t('regradeText')}
    >
      <CommandForm action={`/api/v1/sources/${source.id}/grading`} method="PUT" body={gradingOf} onDone={() => setIsOpen(false)}>
        {({ pending, errorOf }) => (
          <>
            <GradingFields id={`regrade-${source.number}`} errorOf={errorOf} initial={source} />
            <DialogButtons send={t('regradeSubmit')} pending={pending} />
          </>
        )}
      </CommandForm>
    </Dialog>
  );
}
