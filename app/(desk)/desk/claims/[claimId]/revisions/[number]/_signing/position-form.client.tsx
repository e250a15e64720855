'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { Notice } from '@/components/ui/notice';
import { SelectField, TextAreaField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { reasonMinimum, statementLimit } from '@/domain/charter/check-signing';
import type { Decision } from '@/domain/charter/facts';
import { lengthOf } from '@/domain/record/draft';
import { useCommand } from '../../../../../../_forms/use-command.client';
import { ConfirmDialog } from './confirm-dialog.client';

const decisions = ['approve', 'approve-with-statement', 'dissent', 'abstain'] as const satisfies readonly Decision[];

export type PositionProps = {
  revisionId: string;
  number: number;
  party: string;
  charterNumber: number;
  recordSha256: string;
  charterSha256: string;
  /** Whether the person has proved who they are within the last ten minutes (C22). */
  isConfirmed: boolean;
  citable: { value: string; label: string }[];
};

/** A position, the sentence that it makes, and the button that repeats its verb. Nothing is preselected. */
export function PositionForm({
  revisionId,
  number,
  party,
  charterNumber,
  recordSha256,
  charterSha256,
  isConfirmed,
  citable,
}: PositionProps) {
  const t = useTranslations('desk.position');
  const id = useId();
  const hydrated = useHydrated();
  const [decision, setDecision] = useState<Decision>();
  const [reason, setReason] = useState('');
  const [cites, setCites] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [fault, setFault] = useState<'reason' | 'cites'>();
  const confirmed = useRef(isConfirmed);
  const nonce = useCommand(`/api/v1/revisions/${revisionId}/nonce`);
  const signOff = useCommand(`/api/v1/revisions/${revisionId}/sign-offs`, {
    // The page was open for longer than the proof holds.
    onRefused: ({ code }) => code === 'not-confirmed' && setIsAsking(true),
  });
  const isPending = nonce.pending || signOff.pending;
  const refusal = signOff.refusal ?? nonce.refusal;

  const asksReason = decision !== undefined && decision !== 'approve';
  const asksCitation = decision === 'dissent' || decision === 'abstain';
  const characters = lengthOf(reason.trim());

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (decision === undefined || isPending) return;
    const missing = faultOf({ asksReason, asksCitation, characters, cites });
    setFault(missing);
    if (missing !== undefined) document.getElementById(`${id}-${missing}`)?.focus();
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
        <Fieldset id={`${id}-decision`} legend={t('legend', { party })} boxed>
          {decisions.map((value) => (
            <Choice
              key={value}
              name="decision"
              value={value}
              label={t(`choice.${value}`)}
              hint={t(`hint.${value}`)}
              checked={decision === value}
              onChange={() => setDecision(value)}
            />
          ))}
        </Fieldset>
        {asksReason && (
          <TextAreaField
            id={`${id}-reason`}
            name="reason"
            reading
            label={t(decision === 'approve-with-statement' ? 'statement' : 'reason')}
            hint={
              decision === 'approve-with-statement' ? t('statementHint') : t('reasonHint', { minimum: reasonMinimum, characters })
            }
            error={
              fault === 'reason'
                ? t('reasonShort', { minimum: decision === 'approve-with-statement' ? 1 : reasonMinimum, characters })
                : undefined
            }
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
            error={fault === 'cites' ? t('citesMissing') : undefined}
            value={cites}
            onChange={(event) => setCites(event.target.value)}
            options={[{ value: '', label: t('choose') }, ...citable]}
          />
        )}
        {decision !== undefined && (
          <>
            <p className="stmt" aria-live="polite">
              {t.rich(`sentence.${decision}`, { party, number, charter: charterNumber, b: (words) => <b>{words}</b> })}
            </p>
            <Button look="primary" size="big" type="submit" aria-disabled={isPending || undefined}>
              {t(`button.${decision}`)}
            </Button>
          </>
        )}
      </fieldset>
      {refusal !== undefined && (
        <Notice tone="stop" live="alert" title={t('nothingSigned')}>
          {refusal.message}
        </Notice>
      )}
      <p className="note">{t('notReady')}</p>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirmed={() => {
          confirmed.current = true;
          setIsAsking(false);
          if (decision !== undefined) void sign(decision);
        }}
      />
    </form>
  );
}

/** The first thing that the position still needs; the command asks the same again. */
function faultOf({
  asksReason,
  asksCitation,
  characters,
  cites,
}: {
  asksReason: boolean;
  asksCitation: boolean;
  characters: number;
  cites: string;
}): 'reason' | 'cites' | undefined {
  if (asksReason && characters < (asksCitation ? reasonMinimum : 1)) return 'reason';
  return asksCitation && cites === '' ? 'cites' : undefined;
}
