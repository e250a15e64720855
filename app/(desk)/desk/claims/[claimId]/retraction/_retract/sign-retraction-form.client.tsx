'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { StopNotice } from '@/components/ui/stop-notice';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useCommand } from '../../../../../_forms/use-command.client';
import type { ConfirmBy } from '../../revisions/[number]/_signing/password-proof.client';
import type { Means } from '../../revisions/[number]/_signing/ways-to-sign';
import type { ChosenRetraction } from './chosen-retraction';
import { SignRetractionDialog } from './sign-retraction-dialog.client';
import type { RetractionFacts } from './what-you-retract';

type Props = {
  /** What the statement has to say; the word on a conflict is chosen here. */
  about: Omit<ChosenRetraction, 'conflict'>;
  facts: RetractionFacts;
  /** Whether the charter asks for a word on conflicts of interest (C19). */
  asksConflict: boolean;
  /** Whether the person has proved who they are within the last ten minutes (C22). */
  isConfirmed: boolean;
  confirmBy: ConfirmBy;
  means: Means;
};

/** A statement that was made and waits for its signature, with what was chosen when it was asked for. */
type Begun = { nonce: string; statement: string; chosen: ChosenRetraction };

/** Has the statement made, shows what its bytes say, and signs it (SPEC RT3). */
export function SignRetractionForm({ about, facts, asksConflict, isConfirmed, confirmBy, means }: Props) {
  const t = useTranslations('correction.desk');
  const hydrated = useHydrated();
  const [hasNoConflict, setHasNoConflict] = useState(false);
  const [begun, setBegun] = useState<Begun>();
  const [confirmed, setConfirmed] = useState(isConfirmed);
  const making = useCommand(`/api/v1/retractions/${about.retraction}/nonce`);
  const signing = useCommand(`/api/v1/retractions/${about.retraction}/sign-offs`, {
    // The page was open for longer than the proof holds.
    onRefused: ({ code }) => code === 'not-confirmed' && setConfirmed(false),
    onDone: () => setBegun(undefined),
  });

  async function prepare(): Promise<void> {
    if (making.pending) return;
    const conflict = asksConflict && hasNoConflict ? 'none' : '';
    const answer = await making.send(conflict === '' ? {} : { conflict });
    if (answer === undefined) return;
    signing.clear();
    setBegun({ nonce: String(answer.nonce), statement: String(answer.statement), chosen: { ...about, conflict } });
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
      <StopNotice title={t('nothing')}>{making.refusal?.message}</StopNotice>
      <div className="acts">
        <Button look="primary" disabled={!hydrated} aria-disabled={making.pending || undefined} onClick={() => void prepare()}>
          {t('sign')}
        </Button>
      </div>
      {begun !== undefined && (
        <SignRetractionDialog
          statement={begun.statement}
          chosen={begun.chosen}
          facts={facts}
          by={confirmBy}
          means={means}
          isConfirmed={confirmed}
          pending={signing.pending}
          refusal={signing.refusal?.message}
          onClose={() => setBegun(undefined)}
          onSign={(proof) => void signing.send({ nonce: begun.nonce, proof })}
        />
      )}
    </div>
  );
}
