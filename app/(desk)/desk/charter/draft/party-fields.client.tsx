'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { Standing } from '@/domain/policies/actor';
import type { FormState } from '../../../_forms/command-form.client';
import type { Becomes, ChosenParties } from './chosen-parties';

const standings: readonly Standing[] = ['signing', 'observing'];

type FieldsProps = { chosen: ChosenParties; onChange: (chosen: ChosenParties) => void; errorOf: FormState['errorOf'] };

/** Who is a party to the next version: those that are, each with what becomes of it, and those that join. */
export function PartyFields({ chosen, onChange, errorOf }: FieldsProps) {
  const t = useTranslations('amendment');
  const party = useTranslations('party');
  const { known, joining } = chosen;
  const add = () =>
    onChange({
      ...chosen,
      joining: [
        ...joining,
        { key: Math.max(0, ...joining.map(({ key }) => key)) + 1, name: '', letter: '', standing: 'signing' },
      ],
    });
  return (
    <section className="box" aria-labelledby="parties">
      <h2 id="parties">{t('partiesTitle')}</h2>
      <p className="muted">{t('partiesHint')}</p>
      {known.map(({ id, name, becomes }) => (
        <SelectField
          key={id}
          id={`party-${id}`}
          name={`party-${id}`}
          label={name}
          value={becomes}
          onChange={(event) => {
            const next = readBecomes(event.target.value);
            onChange({ ...chosen, known: known.map((one) => (one.id === id ? { ...one, becomes: next } : one)) });
          }}
          options={[...standings.map((value) => ({ value, label: party(value) })), { value: 'none', label: t('notNamed') }]}
        />
      ))}
      {joining.map((one, index) => (
        <Joining
          key={one.key}
          party={one}
          errorOf={(field) => errorOf(`parties.joining.${index}.${field}`)}
          onChange={(next) => onChange({ ...chosen, joining: joining.map((old) => (old.key === one.key ? next : old)) })}
          onRemove={() => onChange({ ...chosen, joining: joining.filter(({ key }) => key !== one.key) })}
        />
      ))}
      <div className="acts">
        <Button onClick={add}>{t('addParty')}</Button>
      </div>
    </section>
  );
}

type OneJoining = ChosenParties['joining'][number];

function Joining({
  party,
  errorOf,
  onChange,
  onRemove,
}: {
  party: OneJoining;
  errorOf: FormState['errorOf'];
  onChange: (party: OneJoining) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('amendment');
  const words = useTranslations('party');
  const id = `joining-${party.key}`;
  return (
    <fieldset className="box">
      <legend>{t('joining')}</legend>
      <TextField
        id={`${id}-name`}
        name={`${id}-name`}
        label={t('name')}
        value={party.name}
        error={errorOf('name')}
        onChange={(event) => onChange({ ...party, name: event.target.value })}
      />
      <TextField
        id={`${id}-letter`}
        name={`${id}-letter`}
        label={t('letter')}
        hint={t('letterHint')}
        value={party.letter}
        error={errorOf('letter')}
        onChange={(event) => onChange({ ...party, letter: event.target.value })}
      />
      <SelectField
        id={`${id}-standing`}
        name={`${id}-standing`}
        label={t('standing')}
        value={party.standing}
        onChange={(event) => onChange({ ...party, standing: event.target.value === 'observing' ? 'observing' : 'signing' })}
        options={standings.map((value) => ({ value, label: words(value) }))}
      />
      <div className="acts">
        <Button look="quiet" onClick={onRemove}>
          {t('removeParty')}
        </Button>
      </div>
    </fieldset>
  );
}

function readBecomes(value: string): Becomes {
  return value === 'signing' || value === 'observing' ? value : 'none';
}
