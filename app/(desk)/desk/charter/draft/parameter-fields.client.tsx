'use client';

import { useTranslations } from 'next-intl';
import { Choice, Fieldset } from '@/components/ui/choice';
import { TextField } from '@/components/ui/text-field';
import { type CharterParameters, defaultRatings, parameterBounds } from '@/domain/charter/parameters';
import type { FormState } from '../../../_forms/command-form.client';
import { type Choices, isUsable, type NumberName } from './choices';
import { WeakestProof } from './weakest-proof.client';

type FieldsProps = {
  names: readonly (keyof CharterParameters)[];
  choices: Choices;
  onChange: (choices: Choices) => void;
  errorOf: FormState['errorOf'];
  /** What is in force, where the form proposes to change it. */
  was?: CharterParameters | undefined;
};

/** The parameters that one clause reads, each with what it changes. */
export function ParameterFields({ names, ...rest }: FieldsProps) {
  return names.map((name) => {
    if (name === 'allowUnknownInterest') return <UnknownInterest key={name} {...rest} />;
    if (name === 'weakestProof') return <Confirmation key={name} {...rest} />;
    if (name === 'ratings') return <Ratings key={name} {...rest} />;
    return <NumberField key={name} name={name} {...rest} />;
  });
}

function NumberField({ name, choices, onChange, errorOf, was }: Omit<FieldsProps, 'names'> & { name: NumberName }) {
  const t = useTranslations('desk.draft');
  const label = useTranslations('desk.charter.parameter');
  const { min, max } = parameterBounds[name];
  const typed = choices.numbers[name];
  const range = t('range', { min, max });
  const now = useWas(was?.[name], isUsable(name, typed) ? Number(typed) : undefined);
  return (
    <TextField
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
      value={typed}
      error={isUsable(name, typed) ? errorOf(name) : range}
      onChange={(event) => onChange({ ...choices, numbers: { ...choices.numbers, [name]: event.target.value } })}
    />
  );
}

function Confirmation({ choices, onChange, errorOf }: Omit<FieldsProps, 'names'>) {
  return (
    <WeakestProof
      value={choices.weakestProof}
      onChange={(weakestProof) => onChange({ ...choices, weakestProof })}
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

function UnknownInterest({ choices, onChange, errorOf }: Omit<FieldsProps, 'names'>) {
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
          checked={choices.allowUnknownInterest === value}
          onChange={() => onChange({ ...choices, allowUnknownInterest: value })}
        />
      ))}
    </Fieldset>
  );
}

function Ratings({ choices, onChange, errorOf }: Omit<FieldsProps, 'names'>) {
  const t = useTranslations('desk.draft');
  const label = useTranslations('desk.charter.parameter');
  const words = useTranslations('rating');
  const chosen = (key: string) => choices.ratings.includes(key);
  const toggle = (key: string) =>
    onChange({ ...choices, ratings: chosen(key) ? choices.ratings.filter((one) => one !== key) : [...choices.ratings, key] });
  return (
    <Fieldset
      id="ratings"
      legend={label('ratings')}
      hint={t('hint.ratings')}
      error={choices.ratings.length < 2 ? t('twoRatings') : errorOf('ratings')}
    >
      {defaultRatings.map(({ key, value }) => (
        <Choice
          key={key}
          type="checkbox"
          name="ratings"
          value={key}
          label={value === undefined ? words(key) : t('ratedAs', { rating: words(key), value })}
          checked={chosen(key)}
          onChange={() => toggle(key)}
        />
      ))}
    </Fieldset>
  );
}
