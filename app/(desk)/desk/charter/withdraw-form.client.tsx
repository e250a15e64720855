'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/text-field';
import { CommandForm } from '../../_forms/command-form.client';

/** Takes a proposal back, with a reason that every party reads. */
export function WithdrawForm({ sha256, number }: { sha256: string; number: number }) {
  const t = useTranslations('amendment');
  return (
    <details className="box">
      <summary className="btn">{t('withdraw', { number })}</summary>
      <CommandForm action="/api/v1/charter/withdrawals" body={({ withdrawal }) => ({ sha256, reason: withdrawal ?? '' })}>
        {({ pending, errorOf }) => (
          <>
            <TextAreaField
              id="withdrawal"
              name="withdrawal"
              label={t('withdrawReason')}
              hint={t('withdrawHint')}
              error={errorOf('reason')}
            />
            <div className="acts">
              <Button type="submit" aria-disabled={pending || undefined}>
                {t('withdrawSubmit', { number })}
              </Button>
            </div>
          </>
        )}
      </CommandForm>
    </details>
  );
}
