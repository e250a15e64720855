'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog.client';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import { askedLimit, contactChannels, replyLimit } from '@/domain/reply/contact-channels';
import { CommandForm } from '../../../../_forms/command-form.client';
import { DialogButtons } from '../../../../_forms/dialog-buttons.client';
import { LanguageField } from '../../../../_forms/language-field.client';
import { ReasonDialog } from '../_panels/reason-dialog.client';

/** That the claimant was asked (SPEC RR1): the first of these begins the window. */
export function AskDialog({ claimId, today }: { claimId: string; today: string }) {
  const t = useTranslations('reply');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button size="small">{t('ask.open')}</Button>}
      title={t('ask.open')}
      description={t('ask.text')}
    >
      <CommandForm
        action={`/api/v1/claims/${claimId}/reply/contacts`}
        body={({ contactedOn = '', channel = '', asked = '' }) => ({ contactedOn, channel, asked })}
        onDone={() => setIsOpen(false)}
      >
        {({ pending, errorOf }) => (
          <>
            <div className="pair">
              <TextField
                id="contacted-on"
                name="contactedOn"
                type="date"
                label={t('ask.day')}
                defaultValue={today}
                max={today}
                error={errorOf('contactedOn')}
              />
              <SelectField
                id="contact-channel"
                name="channel"
                label={t('ask.channel')}
                error={errorOf('channel')}
                options={contactChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
              />
            </div>
            <TextField
              id="contact-asked"
              name="asked"
              label={t('ask.whom')}
              hint={t('ask.whomHint')}
              error={errorOf('asked')}
              maxLength={askedLimit}
            />
            <DialogButtons send={t('ask.send')} pending={pending} />
          </>
        )}
      </CommandForm>
    </Dialog>
  );
}

/** What came, word for word (SPEC RR3). */
export function RecordReplyDialog({ claimId, language, today }: { claimId: string; language: string; today: string }) {
  const t = useTranslations('reply.record');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button size="small">{t('open')}</Button>}
      title={t('open')}
      description={t('text')}
    >
      <CommandForm
        action={`/api/v1/claims/${claimId}/reply/answers`}
        body={({ text = '', language: tag = '', receivedOn = '' }) => ({ text, language: tag, receivedOn })}
        onDone={() => setIsOpen(false)}
      >
        {({ pending, errorOf }) => (
          <>
            <TextAreaField
              id="reply-text"
              name="text"
              label={t('words')}
              hint={t('wordsHint')}
              error={errorOf('text')}
              maxLength={replyLimit}
              rows={6}
              dir="auto"
              reading
            />
            <div className="pair">
              <LanguageField id="reply-language" label={t('language')} defaultValue={language} error={errorOf('language')} />
              <TextField
                id="reply-received"
                name="receivedOn"
                type="date"
                label={t('day')}
                defaultValue={today}
                max={today}
                error={errorOf('receivedOn')}
              />
            </div>
            <DialogButtons send={t('send')} pending={pending} />
          </>
        )}
      </CommandForm>
    </Dialog>
  );
}

export function ContestDialog({ replyId }: { replyId: string }) {
  const t = useTranslations('reply.contest');
  return (
    <ReasonDialog
      trigger={<Button size="small">{t('open')}</Button>}
      title={t('title')}
      label={t('label')}
      hint={t('hint')}
      submit={t('send')}
      action={`/api/v1/replies/${replyId}/contest`}
      field="reason"
    />
  );
}

export function WaiveDialog({ claimId }: { claimId: string }) {
  const t = useTranslations('reply.waive');
  return (
    <ReasonDialog
      trigger={
        <Button size="small" look="quiet">
          {t('open')}
        </Button>
      }
      title={t('open')}
      description={t('text')}
      label={t('label')}
      hint={t('hint')}
      submit={t('send')}
      action={`/api/v1/claims/${claimId}/reply/waivers`}
      field="reason"
    />
  );
}
