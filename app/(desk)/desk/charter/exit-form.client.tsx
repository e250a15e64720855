'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { TextAreaField } from '@/components/ui/text-field';
import { CommandButton } from '../../_forms/command-button.client';
import { CommandForm } from '../../_forms/command-form.client';

/** Declares the exit, folded away: it is not what anybody comes to this page for, and it cannot be undone once it is confirmed. */
export function ExitForm({ party, sha256 }: { party: string; sha256: string }) {
  const t = useTranslations('amendment');
  const [isMeant, setIsMeant] = useState(false);
  return (
    <details className="box">
      <summary className="btn">{t('exit.open')}</summary>
      <p>{t('exit.text')}</p>
      <CommandForm
        action="/api/v1/charter/exits"
        body={({ exit }) => ({ leave: isMeant ? 'this-charter' : '', sha256, reason: exit ?? '' })}
        onDone={reloadWhenGone}
      >
        {({ pending, errorOf }) => (
          <>
            <TextAreaField
              id="exit-reason"
              name="exit"
              label={t('exit.why')}
              hint={t('exit.whyHint')}
              error={errorOf('reason')}
            />
            <Fieldset
              id="exit-meant"
              legend={t('exit.before')}
              error={errorOf('leave') === undefined ? undefined : t('exit.notMeant')}
            >
              <Choice
                type="checkbox"
                name="meant"
                label={t('exit.meant', { party })}
                checked={isMeant}
                onChange={(event) => setIsMeant(event.target.checked)}
              />
            </Fieldset>
            <div className="acts">
              <Button type="submit" aria-disabled={pending || undefined}>
                {t('exit.submit', { party })}
              </Button>
            </div>
          </>
        )}
      </CommandForm>
    </details>
  );
}

export function SettleExit({ party, mayConfirm }: { party: string; mayConfirm: boolean }) {
  const t = useTranslations('amendment');
  const action = '/api/v1/charter/exits/settlement';
  return (
    <div className="acts">
      {mayConfirm && (
        <CommandButton action={action} body={{ as: 'confirmed' }} onDone={reloadWhenGone}>
          {t('exit.confirm', { party })}
        </CommandButton>
      )}
      <CommandButton action={action} body={{ as: 'withdrawn' }} look="quiet">
        {t('exit.takeBack')}
      </CommandButton>
    </div>
  );
}

/** With the party its seats are gone, so the next page is nobody's. */
function reloadWhenGone({ state }: Record<string, unknown>): void {
  if (state === 'left') window.location.assign('/sign-in');
}
