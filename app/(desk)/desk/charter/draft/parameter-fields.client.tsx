'use client';

import { useTranslations } from 'next-intl';
import { Choice, Fieldset } from '@/components/ui/choice';
import { type DraftValues, fitsDraft, type NumberName, parametersOfDraft, ratingKey } from '@/domain/charter/draft';
import { type CharterParameters, defaultRatings, parameterBounds } from '@/domain/charter/parameters';
import type { FormState } from '../../../_forms/command-form.client';
import type { Choose } from './choose';
import { type ChosenBy, TypedField } from './typed-field.client';
import { WeakestProof } from './weakest-proof.client';

type FieldsProps = {
  names: readonly (keyof CharterParameters)[];
  values: DraftValues;
  choose: Choose;
  chosenBy: ChosenBy;
  errorOf: FormState['errorOf'];
  /** What is in force, where the draft would change it. */
  was: CharterParameters | undefined;
};
type FieldProps = Omit<FieldsProps, 'names'>;

/** The parameters that one clause reads, each with what it changes. */
export function ParameterFields({ names, ...rest }: FieldsProps) {
  return names.map((name) => {
    if (name === 'allowUnknownInterest') return <UnknownInterest key={name} {...rest} />;
    if (name === 'weakestProof') return <Confirmation key={name} {...rest} />;
    if (name === 'ratings') return <Ratings key={name} {...rest} />;
    return <NumberField key={name} name={name} {...rest} />;
  });
}

/** A number that cannot be is in no draft: everybody keeps the one before it. */
function NumberField({ name, values, choose, chosenBy, errorOf, was }: FieldProps & { name: NumberName }) {
  const t = useTranslations('desk.draft');
  const label = useTranslations('desk.charter.parameter');
  const { min, max } = parameterBounds[name];
  const held = values[name];
  const range = t('range', { min, max });
  const now = useWas(was?.[name], typeof held === 'number' ? held : undefined);
  return (
    <TypedField
      id={name}
      name={name}
      type="number"
      inputMode="numeric"
      dir="ltr"
      min={min}
      max={max}
      step={1}
      label={label(name)}
      hint={[t(`hint.${name}`), range, now].filter((sentence) => sentence !== undefined).join(' ')}
      held={String(held ?? '')}
      by={chosenBy(name)}
      error={errorOf(name)}
      isUsable={(text) => fitsDraft(name, numberOf(text))}
      unusable={range}
      write={(text) => {
        const number = numberOf(text);
        return number !== undefined && choose(name, number) ? String(number) : undefined;
      }}
    />
  );
}

function numberOf(typed: string): number | undefined {
  return /^\d{1,4}$/.test(typed) ? Number(typed) : undefined;
}

function Confirmation({ values, choose, errorOf }: FieldProps) {
  return (
    <WeakestProof
      value={parametersOfDraft(values).weakestProof}
      onChange={(weakestProof) => choose('weakestProof', weakestProof)}
      error={errorOf('weakestProof')}
    />
  );
}

/** What is in force, and whether what stands in the field would change it. */
function useWas(was: number | undefined, becomes: number | undefined): string | undefined {
  const t = useTranslations('amendment');
  if (was === undefined) return undefined;
  return was === becomes || becomes === undefined ? t('isNow', { was }) : t('wouldBe', { was, becomes });
}

function UnknownInterest({ values, choose, errorOf }: FieldProps) {
  const t = useTranslations('desk.draft');
  const label = useTranslations('desk.charter.parameter');
  return (
    <Fieldset
      id="allowUnknownInterest"
      legend={label('allowUnknownInterest')}
      hint={t('hint.allowUnknownInterest')}
      error={errorOf('allowUnknownInterest')}
    >
      {[false, true].map((value) => (
        <Choice
          key={String(value)}
          name="allowUnknownInterest"
          label={t(value ? 'yes' : 'no')}
          checked={values.allowUnknownInterest === value}
          onChange={() => choose('allowUnknownInterest', value)}
        />
      ))}
    </Fieldset>
  );
}

function Ratings({ values, choose, errorOf }: FieldProps) {
  const t = useTranslations('desk.draft');
  const label = useTranslations('desk.charter.parameter');
  const words = useTranslations('rating');
  const isChosen = (key: string) => values[ratingKey(key)] === true;
  const isEnough = defaultRatings.filter(({ key }) => isChosen(key)).length >= 2;
  return (
    <Fieldset
      id="ratings"
      legend={label('ratings')}
      hint={t('hint.ratings')}
      error={isEnough ? errorOf('ratings') : t('twoRatings')}
    >
      {defaultRatings.map(({ key, value }) => (
        <Choice
          key={key}
          type="checkbox"
          name="ratings"
          value={key}
          label={value === undefined ? words(key) : t('ratedAs', { rating: words(key), value })}
          checked={isChosen(key)}
          onChange={() => choose(ratingKey(key), !isChosen(key))}
        />
      ))}
    </Fieldset>
  );
}
