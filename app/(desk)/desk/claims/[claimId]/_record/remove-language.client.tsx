'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useLanguageName } from '@/components/ui/use-language-name';
import { useCommand } from '../../../../_forms/use-command.client';
import { useSeat } from './record-context.client';

/** Takes a language out. One that holds words is asked about first: the server says how much goes, and the second button says that it may. */
export function RemoveLanguage({ language }: { language: string }) {
  const t = useTranslations('languages');
  const nameOf = useLanguageName();
  const { claimId } = useSeat();
  const { send, pending, refusal, clear } = useCommand(`/api/v1/claims/${claimId}/languages/${language}/removal`);
  const isAsked = refusal?.code === 'language-has-words';
  return (
    <>
      <Button size="small" aria-disabled={pending || undefined} onClick={() => void (isAsked ? clear() : send({}))}>
        {isAsked ? t('keep', { language: nameOf(language) }) : t('remove', { language: nameOf(language) })}
      </Button>
      {refusal !== undefined && (
        <div className="asked">
          <p className={isAsked ? undefined : 'err'} role="alert">
            {refusal.message}
          </p>
          {isAsked && (
            <Button size="small" aria-disabled={pending || undefined} onClick={() => void send({ withWords: true })}>
              {t('removeWithWords', { language: nameOf(language) })}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
