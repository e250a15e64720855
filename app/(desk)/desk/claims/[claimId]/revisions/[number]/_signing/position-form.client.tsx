'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { StopNotice } from '@/components/ui/stop-notice';
import { SelectField, TextAreaField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { statementLimit } from '@/domain/charter/check-signing';
import type { Decision } from '@/domain/charter/facts';
import { lengthOf } from '@/domain/record/draft';
import { useCommand } from '../../../../../../_forms/use-command.client';
import { type ConfirmBy, ConfirmDialog } from './confirm-dialog.client';
import { asks, type MissingPart, missingInPosition } from './missing-in-position';
import { type PositionFacts, PositionSentence, usePositionVerb } from './position-sentence';

const decisions = ['approve', 'approve-with-statement', 'dissent', 'abstain'] as const satisfies readonly Decision[];

export type PositionProps = {
  revisionId: string;
  facts: PositionFacts;
  recordSha256: string;
  charterSha256: string;
  /** Whether the person has proved who they are within the last ten minutes (C22). */
  isConfirmed: boolean;
  confirmBy: ConfirmBy;
  citable: { value: string; label: string }[];
};

/** A position, the sentence that it makes, and the button that repeats its verb. Nothing is preselected. */
export function PositionForm({ revisionId, facts, recordSha256, charterSha256, isConfirmed, confirmBy, citable }: PositionProps) {
  const t = useTranslations('desk.position');
  const verbOf = usePositionVerb();
  const id = useId();
  const hydrated = useHydrated();
  const [decision, setDecision] = useState<Decision>();
  const [reason, setReason] = useState('');
  const [cites, setCites] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [missing, setMissing] = useState<MissingPart[]>([]);
  const confirmed = useRef(isConfirmed);
  const nonce = useCommand(`/api/v1/revisions/${revisionId}/nonce`);
  const signOff = useCommand(`/api/v1/revisions/${revisionId}/sign-offs`, {
    // The page was open for longer than the proof holds.
    onRefused: ({ code }) => code === 'not-confirmed' && setIsAsking(true),
    // The button is gone with the form; what was signed is told beside it.
    onDone: () => document.getElementById('signing')?.focus(),
  });
  const isPending = nonce.pending || signOff.pending;
  const refusal = signOff.refusal ?? nonce.refusal;

  const { reason: least, citation: asksCitation } = asks[decision ?? 'approve'];
  const asksReason = least > 0;
  const characters = lengthOf(reason.trim());

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (decision === undefined || isPending) return;
    const lacking = missingInPosition(decision, characters, cites);
    setMissing(lacking);
    if (lacking[0] !== undefined) document.getElementById(`${id}-${lacking[0]}`)?.focus();
    else if (confirmed.current) void sign(decision);
    else setIsAsking(true);
  }

  async function sign(chosen: Decision): Promise<void> {
    const begun = await nonce.send({});
    if (begun === undefined) return;
    await signOff.send({
      decision: chosen,
      ...(asksReason ? { reason: reason.trim() } : {}),
      ...(asksCitation ? { cites } : {}),
      recordSha256,
      charterSha256,
      nonce: begun.nonce,
    });
  }

  return (
    <form method="post" onSubmit={submit} className="form" noValidate>
      <fieldset className="contents" disabled={!hydrated}>
        <Fieldset id={`${id}-decision`} legend={t('legend', { party: facts.party })} boxed>
          {decisions.map((value) => (
            <Choice
              key={value}
              name="decision"
              value={value}
              label={t(`choice.${value}`)}
              hint={t(`hint.${value}`)}
              checked={decision === value}
              onChange={() => {
                setDecision(value);
                setMissing([]);
              }}
            />
          ))}
        </Fieldset>
        {asksReason && (
          <TextAreaField
            id={`${id}-reason`}
            name="reason"
            reading
            label={t(decision === 'approve-with-statement' ? 'statement' : 'reason')}
            hint={decision === 'approve-with-statement' ? t('statementHint') : t('reasonHint', { minimum: least, characters })}
            error={missing.includes('reason') ? t('reasonShort', { minimum: least, characters }) : undefined}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            maxLength={statementLimit}
          />
        )}
        {asksCitation && (
          <SelectField
            id={`${id}-cites`}
            name="cites"
            label={t('cites')}
            hint={t('citesHint')}
            error={missing.includes('cites') ? t('citesMissing') : undefined}
            value={cites}
            onChange={(event) => setCites(event.target.value)}
            options={[{ value: '', label: t('choose') }, ...citable]}
          />
        )}
        {decision !== undefined && (
          <div className="sign-now" aria-live="polite">
            <PositionSentence decision={decision} facts={facts} />
            <Button look="primary" size="big" type="submit" aria-disabled={isPending || undefined}>
              {verbOf(decision, facts)}
            </Button>
          </div>
        )}
      </fieldset>
      <StopNotice title={t('nothingSigned')}>{refusal?.message}</StopNotice>
      <p className="note">{t('notReady')}</p>
      {decision !== undefined && (
        <ConfirmDialog
          isOpen={isAsking}
          by={confirmBy}
          sentence={<PositionSentence decision={decision} facts={facts} />}
          verb={verbOf(decision, facts)}
          onClose={() => setIsAsking(false)}
          onConfirmed={() => {
            confirmed.current = true;
            setIsAsking(false);
            void sign(decision);
          }}
        />
      )}
    </form>
  );
}
