'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { StopNotice } from '@/components/ui/stop-notice';
import { SelectField, TextAreaField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { statementLimit } from '@/domain/charter/check-signing';
import type { Decision } from '@/domain/charter/facts';
import { lengthOf } from '@/domain/record/draft';
import { useCommand } from '../../../../../../_forms/use-command.client';
import type { Chosen } from './chosen-statement';
import { asks, type MissingPart, missingInPosition } from './missing-in-position';
import { type PositionFacts, PositionSentence, usePositionVerb } from './position-sentence';
import { type ConfirmBy, SignDialog } from './sign-dialog.client';
import type { GivenProof } from './sign-with.client';
import type { Means } from './ways-to-sign';

const decisions = ['approve', 'approve-with-statement', 'dissent', 'abstain'] as const satisfies readonly Decision[];

const conflicts = ['none', 'declared'] as const;
type Conflict = (typeof conflicts)[number];

export type PositionProps = {
  /** What every position on this page is about and whose it is. */
  about: Pick<Chosen, 'revision' | 'party' | 'member' | 'recordSha256' | 'charterSha256'>;
  facts: PositionFacts;
  /** Whether the charter asks for a word on conflicts of interest (C19). */
  asksConflict: boolean;
  /** Whether the person has proved who they are within the last ten minutes (C22). */
  isConfirmed: boolean;
  confirmBy: ConfirmBy;
  means: Means;
  citable: { value: string; label: string }[];
};

/** A position, the sentence that it makes, and the button that repeats its verb and shows what is signed. Nothing is preselected. */
export function PositionForm({ about, facts, asksConflict, isConfirmed, confirmBy, means, citable }: PositionProps) {
  const t = useTranslations('desk.position');
  const words = useTranslations('interests');
  const verbOf = usePositionVerb();
  const id = useId();
  const hydrated = useHydrated();
  const [decision, setDecision] = useState<Decision>();
  const [reason, setReason] = useState('');
  const [cites, setCites] = useState('');
  const [conflict, setConflict] = useState<Conflict>();
  const [lacksConflict, setLacksConflict] = useState(false);
  const [missing, setMissing] = useState<MissingPart[]>([]);
  const [begun, setBegun] = useState<Begun>();
  const [confirmed, setConfirmed] = useState(isConfirmed);
  const making = useCommand(`/api/v1/revisions/${about.revision}/nonce`);
  const signOff = useCommand(`/api/v1/revisions/${about.revision}/sign-offs`, {
    // The page was open for longer than the proof holds.
    onRefused: ({ code }) => code === 'not-confirmed' && setConfirmed(false),
    onDone: () => {
      setBegun(undefined);
      // The button is gone with the form; what was signed is told beside it.
      document.getElementById('signing')?.focus();
    },
  });

  const { reason: least, citation: asksCitation } = asks[decision ?? 'approve'];
  const asksReason = least > 0;
  const characters = lengthOf(reason.trim());

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (decision === undefined || making.pending) return;
    const lacking = missingInPosition(decision, characters, cites);
    setMissing(lacking);
    setLacksConflict(asksConflict && conflict === undefined);
    if (asksConflict && conflict === undefined) document.getElementsByName('conflict')[0]?.focus();
    else if (lacking[0] !== undefined) document.getElementById(`${id}-${lacking[0]}`)?.focus();
    else void prepare(decision);
  }

  async function prepare(chosen: Decision): Promise<void> {
    const said = { reason: asksReason ? reason : '', cites: asksCitation ? cites : '' };
    const { recordSha256, charterSha256 } = about;
    const answer = await making.send({
      decision: chosen,
      ...filled(said),
      ...(conflict && { conflict }),
      recordSha256,
      charterSha256,
    });
    if (answer === undefined) return;
    signOff.clear();
    setBegun({
      nonce: String(answer.nonce),
      statement: String(answer.statement),
      chosen: { ...about, decision: chosen, ...said, conflict: conflict ?? '' },
    });
  }

  function sign({ nonce }: Begun, proof: GivenProof): void {
    void signOff.send({ nonce, proof });
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
        {asksConflict && decision !== undefined && (
          <Fieldset
            id={`${id}-conflict`}
            legend={words('conflict.legend')}
            hint={words('conflict.hint')}
            error={lacksConflict ? words('conflict.missing') : undefined}
          >
            {conflicts.map((value) => (
              <Choice
                key={value}
                name="conflict"
                value={value}
                label={words(`conflict.${value}`)}
                checked={conflict === value}
                onChange={() => {
                  setConflict(value);
                  setLacksConflict(false);
                }}
              />
            ))}
          </Fieldset>
        )}
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
            <Button look="primary" size="big" type="submit" aria-disabled={making.pending || undefined}>
              {verbOf(decision, facts)}
            </Button>
          </div>
        )}
      </fieldset>
      <StopNotice title={t('nothingSigned')}>{making.refusal?.message}</StopNotice>
      <p className="note">{t('notReady')}</p>
      {begun !== undefined && (
        <SignDialog
          statement={begun.statement}
          chosen={begun.chosen}
          facts={facts}
          by={confirmBy}
          means={means}
          isConfirmed={confirmed}
          pending={signOff.pending}
          refusal={signOff.refusal?.message}
          onClose={() => setBegun(undefined)}
          onSign={(proof) => sign(begun, proof)}
        />
      )}
    </form>
  );
}

/** A statement that was made and waits for its signature, with what was chosen when it was asked for. */
type Begun = { nonce: string; statement: string; chosen: Chosen };

function filled(said: { reason: string; cites: string }): Partial<typeof said> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value.trim() !== ''));
}
