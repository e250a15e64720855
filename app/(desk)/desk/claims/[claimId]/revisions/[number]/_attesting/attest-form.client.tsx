'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { StopNotice } from '@/components/ui/stop-notice';
import { SelectField, TextAreaField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { reasonMinimum, statementLimit } from '@/domain/charter/check-signing';
import { type Procedure, procedures } from '@/domain/record/attestation-kinds';
import { visibleLength } from '@/domain/record/draft';
import { attestationChallenge } from '@/domain/record/sign-off-challenge';
import type { Signer } from '../../../../../../_sign/signer';
import { StatementDialog } from '../../../../../../_sign/statement-dialog.client';
import type { Subject } from '../../../../../../_sign/subject-of';
import { useSigning } from '../../../../../../_sign/use-signing.client';
import { type AttestationFacts, AttestationSentence } from './attestation-sentence';
import { type ChosenAttestation, chosenAttestation } from './chosen-attestation';
import { WhatYouAttest } from './what-you-attest';

type Props = {
  /** What every attestation on this page is about and whose it is. */
  about: Omit<ChosenAttestation, 'procedure' | 'words' | 'cites'>;
  subject: Subject;
  facts: AttestationFacts;
  clauses: { value: string; label: string }[];
  signer: Signer;
};
type Missing = 'procedure' | 'words' | 'cites';

/** Whether the charter's procedure was followed, the sentence that it makes, and the button that repeats it and shows what is signed. Nothing is preselected. */
export function AttestForm({ about, subject, facts, clauses, signer }: Props) {
  const t = useTranslations('attestation');
  const shown = useTranslations('signing');
  const id = useId();
  const hydrated = useHydrated();
  const [procedure, setProcedure] = useState<Procedure>();
  const [words, setWords] = useState('');
  const [cites, setCites] = useState('');
  const [missing, setMissing] = useState<Missing[]>([]);
  const { begun, ...signing } = useSigning<ChosenAttestation>(signer, {
    makeAt: `/api/v1/revisions/${about.revision}/attestations/statement`,
    signAt: `/api/v1/revisions/${about.revision}/attestations`,
    focusAfter: 'signing',
  });
  const attestation = begun && chosenAttestation(begun.bytes, begun.chosen);
  const isComplaint = procedure === 'not-followed';
  const characters = visibleLength(words);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (signing.preparing) return;
    const lacking: Missing[] = [
      ...(procedure === undefined ? (['procedure'] as const) : []),
      ...(isComplaint && characters < reasonMinimum ? (['words'] as const) : []),
      ...(isComplaint && cites === '' ? (['cites'] as const) : []),
    ];
    setMissing(lacking);
    const [first] = lacking;
    if (first === 'procedure') document.getElementsByName('procedure')[0]?.focus();
    else if (first !== undefined) document.getElementById(`${id}-${first}`)?.focus();
    else if (procedure !== undefined) prepare(procedure);
  }

  function prepare(chosen: Procedure): void {
    const said = { procedure: chosen, words, cites: isComplaint ? cites : '' };
    const { recordSha256, charterSha256 } = about;
    void signing.prepare({ ...said, recordSha256, charterSha256 }, { ...about, ...said });
  }

  return (
    <form method="post" onSubmit={submit} className="form" noValidate>
      <h2>{t('title')}</h2>
      <p>{t('text')}</p>
      <fieldset className="contents" disabled={!hydrated}>
        <Fieldset
          id={`${id}-procedure`}
          legend={t('legend')}
          error={missing.includes('procedure') ? t('missing') : undefined}
          boxed
        >
          {procedures.map((value) => (
            <Choice
              key={value}
              name="procedure"
              value={value}
              label={t(`choice.${value}`)}
              hint={t(`hint.${value}`)}
              checked={procedure === value}
              onChange={() => {
                setProcedure(value);
                setMissing([]);
              }}
            />
          ))}
        </Fieldset>
        {procedure !== undefined && (
          <TextAreaField
            id={`${id}-words`}
            name="words"
            reading
            label={t(`words.${procedure}`)}
            hint={isComplaint ? t('wordsHint', { minimum: reasonMinimum, characters }) : undefined}
            error={missing.includes('words') ? t('wordsShort', { minimum: reasonMinimum, characters }) : undefined}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            maxLength={statementLimit}
            dir="auto"
            optional={!isComplaint}
          />
        )}
        {isComplaint && (
          <SelectField
            id={`${id}-cites`}
            name="cites"
            label={t('cites')}
            error={missing.includes('cites') ? t('citesMissing') : undefined}
            value={cites}
            onChange={(event) => setCites(event.target.value)}
            options={[{ value: '', label: t('choose') }, ...clauses]}
          />
        )}
        <div className="sign-now" aria-live="polite">
          {procedure !== undefined && <AttestationSentence procedure={procedure} moment={about.moment} facts={facts} />}
          <Button look="primary" size="big" type="submit" aria-disabled={signing.preparing || undefined}>
            {procedure === undefined ? t('title') : t(`button.${procedure}`)}
          </Button>
        </div>
      </fieldset>
      <StopNotice title={t('nothingAttested')}>{signing.notPrepared}</StopNotice>
      {begun !== undefined && (
        <StatementDialog
          {...signing.dialog}
          title={shown('title')}
          description={shown('text')}
          subject={subject}
          bytes={begun.bytes}
          challengeOf={attestationChallenge}
          verb={t(`button.${begun.chosen.procedure}`)}
        >
          {attestation === undefined ? null : <WhatYouAttest bytes={begun.bytes} attestation={attestation} facts={facts} />}
        </StatementDialog>
      )}
    </form>
  );
}
