'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { StopNotice } from '@/components/ui/stop-notice';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Signer } from '../../../../../_sign/signer';
import { StatementDialog } from '../../../../../_sign/statement-dialog.client';
import type { Subject } from '../../../../../_sign/subject-of';
import { useSigning } from '../../../../../_sign/use-signing.client';
import { type ChosenRetraction, chosenRetraction } from './chosen-retraction';
import { type RetractionFacts, WhatYouRetract } from './what-you-retract';

type Props = {
  /** What the statement has to say; the word on a conflict is chosen here. */
  about: Omit<ChosenRetraction, 'conflict'>;
  subject: Subject;
  facts: RetractionFacts;
  /** Whether the charter asks for a word on conflicts of interest (C19). */
  asksConflict: boolean;
  signer: Signer;
};

/** Has the statement made, shows what its bytes say, and signs it (SPEC RT3). */
export function SignRetractionForm({ about, subject, facts, asksConflict, signer }: Props) {
  const t = useTranslations('correction.desk');
  const hydrated = useHydrated();
  const [hasNoConflict, setHasNoConflict] = useState(false);
  const { begun, ...signing } = useSigning<ChosenRetraction>(signer, {
    makeAt: `/api/v1/retractions/${about.retraction}/nonce`,
    signAt: `/api/v1/retractions/${about.retraction}/sign-offs`,
  });
  const statement = begun && chosenRetraction(begun.bytes, begun.chosen);

  function prepare(): void {
    const conflict = asksConflict && hasNoConflict ? 'none' : '';
    void signing.prepare(conflict === '' ? {} : { conflict }, { ...about, conflict });
  }

  return (
    <div className="form">
      {asksConflict && (
        <Choice
          type="checkbox"
          label={t('conflict')}
          hint={t('conflictHint')}
          checked={hasNoConflict}
          onChange={(event) => setHasNoConflict(event.target.checked)}
        />
      )}
      <StopNotice title={t('nothing')}>{signing.notPrepared}</StopNotice>
      <div className="acts">
        <Button look="primary" disabled={!hydrated} aria-disabled={signing.preparing || undefined} onClick={prepare}>
          {t('sign')}
        </Button>
      </div>
      {begun !== undefined && (
        <StatementDialog
          {...signing.dialog}
          title={t('signTitle')}
          description={t('signText')}
          subject={subject}
          bytes={begun.bytes}
          verb={t('verb')}
        >
          {statement === undefined ? null : <WhatYouRetract bytes={begun.bytes} statement={statement} facts={facts} />}
        </StatementDialog>
      )}
    </div>
  );
}
