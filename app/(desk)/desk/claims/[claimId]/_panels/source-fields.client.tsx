'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Choice, Fieldset } from '@/components/ui/choice';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import type { FormState, Values } from '../../../../_forms/command-form.client';

export type GradingValues = { stance: string; primacy: string; interest: string; interestNote: string | null };

const choices = { stance: ['supports', 'undermines', 'context'], primacy: ['primary', 'secondary'] } as const;

/** What the attaching party says a source is: proposed here, accepted or disputed by another party. Nothing is chosen beforehand. */
export function GradingFields({ id, errorOf, initial }: { id: string; errorOf: FormState['errorOf']; initial?: GradingValues }) {
  const t = useTranslations('desk.sourceForm');
  const stances = useTranslations('stance');
  const words = useTranslations('source');
  const [interest, setInterest] = useState(initial?.interest ?? '');
  return (
    <>
      <Fieldset id={`${id}-stance`} legend={t('stance')} error={errorOf('stance')}>
        {choices.stance.map((value) => (
          <Choice key={value} name="stance" value={value} label={stances(value)} defaultChecked={initial?.stance === value} />
        ))}
      </Fieldset>
      <Fieldset id={`${id}-primacy`} legend={t('primacy')} hint={t('primacyHint')} error={errorOf('primacy')}>
        {choices.primacy.map((value) => (
          <Choice key={value} name="primacy" value={value} label={words(value)} defaultChecked={initial?.primacy === value} />
        ))}
      </Fieldset>
      <SelectField
        id={`${id}-interest`}
        name="interest"
        label={t('interest')}
        hint={t('interestHint')}
        error={errorOf('interest')}
        value={interest}
        onChange={(event) => setInterest(event.target.value)}
        options={[
          { value: '', label: t('choose') },
          ...(['none', 'declared', 'unknown'] as const).map((value) => ({ value, label: words(`interest-${value}`) })),
        ]}
      />
      {interest === 'declared' && (
        <TextAreaField
          id={`${id}-note`}
          name="interestNote"
          label={t('interestNote')}
          error={errorOf('interestNote')}
          defaultValue={initial?.interestNote ?? ''}
          rows={2}
          maxLength={500}
        />
      )}
    </>
  );
}

export function gradingOf({ stance = '', primacy = '', interest = '', interestNote }: Values) {
  return { stance, primacy, interest, ...(interest === 'declared' && interestNote !== undefined ? { interestNote } : {}) };
}

export type PublisherChoice = { id: string; name: string; owner: string | null };

/** A publisher the desk knows, or a new one with its owner, country and alignment. */
export function PublisherFields({
  errorOf,
  publishers,
  parties,
}: {
  errorOf: FormState['errorOf'];
  publishers: PublisherChoice[];
  parties: { id: string; name: string }[];
}) {
  const t = useTranslations('desk.sourceForm');
  const [chosen, setChosen] = useState('');
  return (
    <>
      <SelectField
        id="publisher"
        name="publisher"
        label={t('publisher')}
        error={errorOf('publisher') ?? errorOf('publisher.id')}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        options={[
          { value: '', label: t('choose') },
          { value: newPublisher, label: t('newPublisher') },
          ...publishers.map(({ id, name, owner }) => ({
            value: id,
            label: owner === null ? name : t('ownedBy', { name, owner }),
          })),
        ]}
      />
      {chosen === newPublisher && (
        <div className="box">
          <TextField
            id="publisher-name"
            name="publisherName"
            label={t('publisherName')}
            error={errorOf('publisher.name')}
            maxLength={200}
          />
          <TextField
            id="publisher-owner"
            name="owner"
            label={t('owner')}
            hint={t('ownerHint')}
            error={errorOf('publisher.owner')}
            maxLength={200}
            optional
          />
          <div className="pair">
            <TextField
              id="publisher-country"
              name="country"
              label={t('country')}
              hint={t('countryHint')}
              error={errorOf('publisher.country')}
              maxLength={2}
              autoCapitalize="characters"
              optional
            />
            <SelectField
              id="publisher-alignment"
              name="alignment"
              label={t('alignment')}
              hint={t('alignmentHint')}
              error={errorOf('publisher.alignment')}
              defaultValue="unknown"
              options={[
                { value: 'unknown', label: t('alignmentUnknown') },
                { value: 'none', label: t('alignmentNone') },
                ...parties.map(({ id, name }) => ({ value: id, label: t('alignmentParty', { party: name }) })),
              ]}
            />
          </div>
        </div>
      )}
    </>
  );
}

const newPublisher = 'new';

export function publisherOf({ publisher = '', publisherName = '', owner, country, alignment = 'unknown' }: Values) {
  if (publisher !== newPublisher) return { id: publisher };
  return {
    name: publisherName,
    ...(owner === undefined ? {} : { owner }),
    ...(country === undefined ? {} : { country: country.toUpperCase() }),
    alignment: alignment === 'none' || alignment === 'unknown' ? { kind: alignment } : { kind: 'party', partyId: alignment },
  };
}
