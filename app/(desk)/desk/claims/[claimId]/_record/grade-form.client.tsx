'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { issueOf, type ShownRefusal } from '@/app/_send/refusal';
import { Choice, Fieldset } from '@/components/ui/choice';
import { SelectField, TextAreaField } from '@/components/ui/text-field';
import { useLanguageName } from '@/components/ui/use-language-name';
import { correctionGrades, correctionReasonMinimum, isLighter, reasonLimit } from '@/domain/correction/grades';
import { visibleLength } from '@/domain/record/draft';
import type { Corrects } from './read-preview';

export type SaidCorrection = { grade: string; reason: string; challengeId: string };
export type MissingOfCorrection = 'grade' | 'reason';

/** What a correction still needs, in the order of the form. The command asks the same again. */
export function missingOfCorrection({ grade, reason }: SaidCorrection): MissingOfCorrection[] {
  return [
    ...(grade === '' ? (['grade'] as const) : []),
    ...(visibleLength(reason) < correctionReasonMinimum ? (['reason'] as const) : []),
  ];
}

export const noCorrection: SaidCorrection = { grade: '', reason: '', challengeId: '' };

/** What kind of correction a proposal is, not below what the two texts demand, and why (C33, SPEC GC2). */
export function GradeForm({
  corrects,
  said,
  onSaid,
  missing,
  refusal,
}: {
  corrects: Corrects;
  said: SaidCorrection;
  onSaid: (said: SaidCorrection) => void;
  /** What was still missing when it was to be proposed. */
  missing: MissingOfCorrection[];
  refusal: ShownRefusal | undefined;
}) {
  const t = useTranslations('correction');
  const words = useTranslations('fields');
  const id = useId();
  const { number, isRetracted, grade: least, challenges } = corrects;
  const errorOf = (field: MissingOfCorrection) => {
    if (missing.includes(field)) {
      if (field === 'grade') return t('propose.gradeMissing');
      return words('too-short', { length: visibleLength(said.reason), min: correctionReasonMinimum });
    }
    const issue = issueOf(refusal, field);
    if (issue === undefined) return undefined;
    return words.has(issue.code) ? words(issue.code, issue.facts) : words('invalid');
  };
  return (
    <div className="form">
      <p>{t(isRetracted ? 'propose.afterRetraction' : 'propose.lead', { number })}</p>
      <Least corrects={corrects} />
      <Fieldset id={`${id}-grade`} legend={t('propose.legend')} error={errorOf('grade')}>
        {correctionGrades.map((grade) => (
          <Choice
            key={grade}
            name="grade"
            value={grade}
            label={t(`grade.${grade}`)}
            hint={t(`gradeHint.${grade}`)}
            disabled={isLighter(grade, least)}
            checked={said.grade === grade}
            onChange={() => onSaid({ ...said, grade })}
          />
        ))}
      </Fieldset>
      <TextAreaField
        id={`${id}-reason`}
        name="reason"
        label={t('propose.reason')}
        hint={t('propose.reasonHint')}
        error={errorOf('reason')}
        maxLength={reasonLimit}
        value={said.reason}
        onChange={(event) => onSaid({ ...said, reason: event.target.value })}
      />
      {challenges.length > 0 && (
        <SelectField
          id={`${id}-challenge`}
          name="challengeId"
          label={t('propose.challenge')}
          value={said.challengeId}
          onChange={(event) => onSaid({ ...said, challengeId: event.target.value })}
          options={[
            { value: '', label: t('propose.noChallenge') },
            ...challenges.map((challenge) => ({
              value: challenge.id,
              label: t('propose.challengeNumber', { number: challenge.number }),
            })),
          ]}
        />
      )}
    </div>
  );
}

/** The least grade, as computed from the two texts, and each field that asks for it. */
function Least({ corrects: { grade, characters, changes, isRetracted } }: { corrects: Corrects }) {
  const t = useTranslations('correction');
  const nameOf = useLanguageName();
  const locale = useLocale();
  return (
    <>
      <p>
        <b>{t(isRetracted ? 'propose.leastRetracted' : 'propose.least', { grade: t(`grade.${grade}`) })}</b>{' '}
        {!isRetracted && characters !== undefined && t('propose.characters', { count: characters })}
      </p>
      {changes.length > 0 && (
        <>
          <p>{t('propose.because')}</p>
          <ul>
            {changes.map(({ field, language, demands }) => {
              const name = t(`field.${field}`);
              const shown =
                language === undefined || language === locale
                  ? name
                  : t('inLanguage', { field: name, language: nameOf(language) });
              return (
                <li key={`${field} ${language ?? ''}`}>{t('propose.change', { field: shown, grade: t(`grade.${demands}`) })}</li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}
