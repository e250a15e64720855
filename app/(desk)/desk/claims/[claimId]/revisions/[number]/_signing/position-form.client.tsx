'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { Notice } from '@/components/ui/notice';
import { StopNotice } from '@/components/ui/stop-notice';
import { SelectField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type Decision, type ObjectionGround, objectionGrounds } from '@/domain/charter/facts';
import type { Phase } from '@/domain/claim/signing-clock';
import type { RevisionState } from '@/domain/claim/transitions';
import { visibleLength, wordCount } from '@/domain/record/draft';
import type { Signer } from '../../../../../../_sign/signer';
import { StatementDialog } from '../../../../../../_sign/statement-dialog.client';
import type { Subject } from '../../../../../../_sign/subject-of';
import { useSigning } from '../../../../../../_sign/use-signing.client';
import { type Chosen, chosenStatement } from './chosen-statement';
import { asks, type MissingPart, missingInPosition } from './missing-in-position';
import { type PositionFacts, PositionSentence, usePositionVerb } from './position-sentence';
import { positionsOffered } from './positions-offered';
import { ReasonField } from './reason-field.client';
import { TooLate } from './too-late';
import { WhatYouSign } from './what-you-sign';

const conflicts = ['none', 'declared'] as const;
type Conflict = (typeof conflicts)[number];

export type PositionProps = {
  /** What every position on this page is about and whose it is. */
  about: Pick<Chosen, 'revision' | 'party' | 'member' | 'recordSha256' | 'charterSha256' | 'correction'>;
  subject: Subject;
  facts: PositionFacts;
  /** What the charter and the clock leave to choose from. */
  rules: {
    phase: Phase;
    signoffHours: number;
    wordLimit: number;
    /** Whether a dissent stands instead of returning the claim (C27). */
    isLastRound: boolean;
    /** Whether the party has held the clock of this revision already (C25). */
    hasHeld: boolean;
    /** Whether the charter asks for a word on conflicts of interest (C19). */
    asksConflict: boolean;
    /** Whether the person has declared one of this revision before: it stays, though what they signed was taken back. */
    hasDeclaredConflict: boolean;
  };
  signer: Signer;
  citable: { value: string; label: string }[];
};
type Held = {
  /** The state that the revision is in where the page does not offer the form any more. */
  closedBy: RevisionState | undefined;
  /** Told whether something here is to outlast that: an open statement, or words. */
  onHeld: (isHeld: boolean) => void;
};

/** A position with the fields that it asks for, the sentence that it makes, and the button that repeats its verb and shows what is signed. Nothing is preselected. */
export function PositionForm({ about, subject, facts, rules, signer, citable, closedBy, onHeld }: PositionProps & Held) {
  const common = useTranslations('common');
  const t = useTranslations('desk.position');
  const life = useTranslations('life');
  const words = useTranslations('interests');
  const shown = useTranslations('signing');
  const verbOf = usePositionVerb();
  const hintOf = usePositionHint(facts, rules);
  const id = useId();
  const hydrated = useHydrated();
  const [chosen, setChosen] = useState<Decision>();
  const [ground, setGround] = useState<ObjectionGround>();
  const [reason, setReason] = useState('');
  const [cites, setCites] = useState('');
  const [conflict, setConflict] = useState<Conflict | undefined>(rules.hasDeclaredConflict ? 'declared' : undefined);
  const [lacksConflict, setLacksConflict] = useState(false);
  const [missing, setMissing] = useState<MissingPart[]>([]);
  const { begun, ...signing } = useSigning<Chosen>(signer, {
    makeAt: `/api/v1/revisions/${about.revision}/nonce`,
    signAt: `/api/v1/revisions/${about.revision}/sign-offs`,
    focusAfter: 'signing',
  });
  const statement = begun && chosenStatement(begun.bytes, begun.chosen);

  const isHeld = !signing.isSigned && (begun !== undefined || reason.trim() !== '');
  useEffect(() => onHeld(isHeld), [isHeld, onHeld]);

  const hasConflict = rules.hasDeclaredConflict || conflict === 'declared';
  const offered = positionsOffered({ ...rules, hasConflict });
  // A position that a conflict takes away is not chosen any more; it is again when the answer is changed back.
  const decision = offered.find((one) => one === chosen);
  const asked = asks[decision ?? 'approve'];

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (decision === undefined || signing.preparing) return;
    const said = { ground, cites, characters: visibleLength(reason), words: wordCount(reason), wordLimit: rules.wordLimit };
    const lacking = missingInPosition(decision, said);
    const isUnanswered = rules.asksConflict && conflict === undefined;
    setMissing(lacking);
    setLacksConflict(isUnanswered);
    const [first] = lacking;
    if (isUnanswered) document.getElementsByName('conflict')[0]?.focus();
    else if (first === 'ground') document.getElementsByName('ground')[0]?.focus();
    else if (first !== undefined) document.getElementById(`${id}-${first === 'cites' ? 'cites' : 'reason'}`)?.focus();
    else prepare(decision);
  }

  function prepare(position: Decision): void {
    const said = {
      reason: asked.reason > 0 ? reason : '',
      cites: asked.citation ? cites : '',
      ground: asked.ground ? (ground ?? '') : '',
      conflict: conflict ?? '',
    } as const;
    const { recordSha256, charterSha256 } = about;
    void signing.prepare(
      { decision: position, ...filled(said), recordSha256, charterSha256 },
      { ...about, decision: position, ...said },
    );
  }

  // While a signature is on its way its answer says how it went.
  const isClosed = closedBy !== undefined && !signing.dialog.pending;
  const hasDialog = begun !== undefined && !signing.isSigned;
  return (
    <>
      {isClosed ? (
        !hasDialog && (
          <div className="form">
            <TooLate id={`${id}-written`} state={closedBy} reason={reason} />
            <div className="acts">
              <Button onClick={() => setReason('')}>{common('close')}</Button>
            </div>
          </div>
        )
      ) : (
        <form method="post" onSubmit={submit} className="form" noValidate>
          <fieldset className="contents" disabled={!hydrated}>
            {rules.asksConflict && (
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
            {hasConflict && (
              <Notice tone="wait" live="status">
                {life('standAside', { party: facts.party })}
              </Notice>
            )}
            <Fieldset id={`${id}-decision`} legend={t('legend', { party: facts.party })} boxed>
              {offered.map((value) => (
                <Choice
                  key={value}
                  name="decision"
                  value={value}
                  label={t(`choice.${value}`)}
                  hint={hintOf(value)}
                  checked={decision === value}
                  onChange={() => {
                    setChosen(value);
                    setMissing([]);
                  }}
                />
              ))}
            </Fieldset>
            {asked.ground && (
              <Fieldset
                id={`${id}-ground`}
                legend={life('groundLegend')}
                error={missing.includes('ground') ? life('groundMissing') : undefined}
                boxed
              >
                {objectionGrounds.map((value) => (
                  <Choice
                    key={value}
                    name="ground"
                    value={value}
                    label={life(`ground.${value}`)}
                    hint={life(`groundHint.${value}`)}
                    checked={ground === value}
                    onChange={() => {
                      setGround(value);
                      setMissing((parts) => parts.filter((part) => part !== 'ground'));
                    }}
                  />
                ))}
              </Fieldset>
            )}
            {asked.reason > 0 && (
              <ReasonField
                id={`${id}-reason`}
                isStatement={decision === 'approve-with-statement'}
                minimum={asked.reason}
                wordLimit={rules.wordLimit}
                missing={missing}
                value={reason}
                onChange={setReason}
              />
            )}
            {asked.citation && (
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
                <Button look="primary" size="big" type="submit" aria-disabled={signing.preparing || undefined}>
                  {verbOf(decision, facts)}
                </Button>
              </div>
            )}
          </fieldset>
          <StopNotice title={t('nothingSigned')}>{signing.notPrepared}</StopNotice>
          <p className="note">{t('notReady')}</p>
        </form>
      )}
      {begun !== undefined && (
        <StatementDialog
          {...signing.dialog}
          focusAfter={isClosed ? 'signing' : signing.dialog.focusAfter}
          title={shown('title')}
          description={shown('text')}
          subject={subject}
          bytes={begun.bytes}
          verb={verbOf(begun.chosen.decision, facts)}
          tooLate={isClosed ? <TooLate id={`${id}-too-late`} state={closedBy} reason={begun.chosen.reason} /> : undefined}
        >
          {statement === undefined ? null : <WhatYouSign bytes={begun.bytes} statement={statement} facts={facts} />}
        </StatementDialog>
      )}
    </>
  );
}

/** What a position means, under the rules of this revision. */
function usePositionHint({ hours }: PositionFacts, rules: PositionProps['rules']): (decision: Decision) => string {
  const t = useTranslations('desk.position.hint');
  const life = useTranslations('life.hint');
  const { isLastRound, hasHeld } = rules;
  return (decision) => {
    switch (decision) {
      case 'dissent':
        return life(isLastRound ? 'dissentStands' : 'dissentReturns');
      case 'object':
        return life(hours.objection === 0 ? 'objectionStands' : hasHeld ? 'objectionAgain' : 'objectionHolds', {
          hours: hours.objection,
        });
      case 'approve':
      case 'approve-with-statement':
      case 'abstain':
      case 'recuse':
        return t(decision);
    }
  };
}

function filled(said: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value.trim() !== ''));
}
