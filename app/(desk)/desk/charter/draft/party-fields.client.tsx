'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/text-field';
import { type DraftParties, type DraftValues, fitsDraft, joiningKey, partiesOfDraft, partyKey } from '@/domain/charter/draft';
import type { Standing } from '@/domain/policies/actor';
import type { FormState } from '../../../_forms/command-form.client';
import type { Choose } from './choose';
import { type ChosenBy, TypedField } from './typed-field.client';

const standings: readonly Standing[] = ['signing', 'observing'];

type FieldsProps = {
  present: (DraftParties['known'][number] & { name: string })[];
  values: DraftValues;
  choose: Choose;
  chosenBy: ChosenBy;
  errorOf: FormState['errorOf'];
};

/** Who is a party to the next version: those that are, each with what becomes of it, and those that join. */
export function PartyFields({ present, values, choose, chosenBy, errorOf }: FieldsProps) {
  const t = useTranslations('amendment');
  const party = useTranslations('party');
  const { known, joining } = partiesOfDraft(values, present);
  return (
    <section className="box" aria-labelledby="parties">
      <h2 id="parties">{t('partiesTitle')}</h2>
      <p className="muted">{t('partiesHint')}</p>
      {present.map(({ id, name }) => (
        <SelectField
          key={id}
          id={`party-${id}`}
          name={`party-${id}`}
          label={name}
          value={known.find((one) => one.id === id)?.standing ?? 'none'}
          onChange={(event) => choose(partyKey(id), event.target.value)}
          options={[...standings.map((value) => ({ value, label: party(value) })), { value: 'none', label: t('notNamed') }]}
        />
      ))}
      {joining.map((one, index) => (
        <Joining
          key={one.key}
          party={one}
          choose={choose}
          chosenBy={chosenBy}
          errorOf={(field) => errorOf(`parties.joining.${index}.${field}`)}
        />
      ))}
      <div className="acts">
        <Button onClick={() => choose(joiningKey(newKey(), 'standing'), 'signing')}>{t('addParty')}</Button>
      </div>
    </section>
  );
}

/** Two people who add a party at once add two: a number counted here would make one of them. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join('');
}

function Joining({
  party,
  choose,
  chosenBy,
  errorOf,
}: {
  party: DraftParties['joining'][number];
  choose: Choose;
  chosenBy: ChosenBy;
  errorOf: FormState['errorOf'];
}) {
  const t = useTranslations('amendment');
  const words = useTranslations('party');
  const form = useTranslations('desk.form');
  const id = `joining-${party.key}`;
  const typed = (field: 'name' | 'letter') => {
    const key = joiningKey(party.key, field);
    return {
      id: `${id}-${field}`,
      name: `${id}-${field}`,
      label: t(field),
      held: party[field],
      by: chosenBy(key),
      error: errorOf(field),
      isUsable: (text: string) => fitsDraft(key, text),
      unusable: form('invalid'),
      write: (text: string) => (choose(key, text) ? text : undefined),
    };
  };
  return (
    <fieldset className="box">
      <legend>{t('joining')}</legend>
      <TypedField {...typed('name')} maxLength={120} />
      <TypedField {...typed('letter')} hint={t('letterHint')} maxLength={2} />
      <SelectField
        id={`${id}-standing`}
        name={`${id}-standing`}
        label={t('standing')}
        value={party.standing}
        onChange={(event) => choose(joiningKey(party.key, 'standing'), event.target.value)}
        options={standings.map((value) => ({ value, label: words(value) }))}
      />
      <div className="acts">
        <Button look="quiet" onClick={() => choose(joiningKey(party.key, 'standing'), 'none')}>
          {t('removeParty')}
        </Button>
      </div>
    </fieldset>
  );
}
