'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { TextAreaField } from '@/components/ui/text-field';
import { CommandForm } from '../../../../../_forms/command-form.client';

/** A party's word on a challenge: accepted or declined, with a reason that everybody reads. */
export function DecideForm({ challengeId, number, party }: { challengeId: string; number: number; party: string }) {
  const t = useTranslations('challenge.decide');
  const id = `decide-${number}`;
  return (
    <CommandForm
      action={`/api/v1/challenges/${challengeId}/decisions`}
      body={({ decision, reason, publishesWords }) => ({
        decision: decision ?? '',
        reason: reason ?? '',
        publishesWords: publishesWords === 'yes',
      })}
    >
      {({ pending, errorOf }) => (
        <>
          <Fieldset id={`${id}-decision`} legend={t('legend', { party })} error={errorOf('decision')}>
            <Choice name="decision" value="accept" label={t('accept')} hint={t('acceptHint')} />
            <Choice name="decision" value="decline" label={t('decline')} hint={t('declineHint')} />
          </Fieldset>
          <TextAreaField
            id={`${id}-reason`}
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            error={errorOf('reason')}
            reading
          />
          <Fieldset id={`${id}-words`} legend={t('words')} hint={t('wordsHint')}>
            <Choice type="checkbox" name="publishesWords" value="yes" label={t('publish')} />
          </Fieldset>
          <div className="acts">
            <Button type="submit" look="primary" aria-disabled={pending || undefined}>
              {t('send')}
            </Button>
          </div>
        </>
      )}
    </CommandForm>
  );
}
