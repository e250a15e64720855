'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SelectField, TextAreaField } from '@/components/ui/text-field';
import { reasonLimit } from '@/domain/correction/grades';
import { CommandForm } from '../../../../../_forms/command-form.client';

/** Proposes to take a verdict back, with the reason that every party signs and everybody reads (SPEC RT1). */
export function ProposeRetractionForm({
  revisionId,
  challenges,
}: {
  revisionId: string;
  challenges: { id: string; number: number }[];
}) {
  const t = useTranslations('correction.desk');
  const propose = useTranslations('correction.propose');
  return (
    <CommandForm
      action={`/api/v1/revisions/${revisionId}/retractions`}
      body={({ reason = '', challengeId = '' }) => ({ reason, challengeId })}
    >
      {({ pending, errorOf }) => (
        <>
          <TextAreaField
            id="retraction-reason"
            name="reason"
            reading
            label={t('reason')}
            hint={t('reasonHint')}
            error={errorOf('reason')}
            maxLength={reasonLimit}
          />
          {challenges.length > 0 && (
            <SelectField
              id="retraction-challenge"
              name="challengeId"
              label={t('challenge')}
              options={[
                { value: '', label: propose('noChallenge') },
                ...challenges.map(({ id, number }) => ({ value: id, label: propose('challengeNumber', { number }) })),
              ]}
            />
          )}
          <div className="acts">
            <Button type="submit" look="primary" aria-disabled={pending || undefined}>
              {t('propose')}
            </Button>
          </div>
        </>
      )}
    </CommandForm>
  );
}
