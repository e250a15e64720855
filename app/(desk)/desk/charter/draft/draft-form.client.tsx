'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CharterChangesOf } from '@/components/charter/charter-changes';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/text-field';
import type { Charter } from '@/domain/charter/charter-text';
import { clauses } from '@/domain/charter/clauses';
import { type CharterInput, charterLanguages, charterTemplate } from '@/domain/charter/template';
import { localeFacts } from '@/messages/locales';
import { CommandForm } from '../../../_forms/command-form.client';
import { CharterText } from '../charter-text';
import { type Choices, choicesOf, defaultChoices, inputOfChoices, parametersOf } from './choices';
import { type ChosenParties, chosenOf, inputOfParties, partiesChosen } from './chosen-parties';
import { ParameterFields } from './parameter-fields.client';
import { PartyFields } from './party-fields.client';

type DraftFormProps = Pick<CharterInput, 'workspace' | 'parties' | 'number'> & {
  language: string;
  /** The version that this one would change; a desk's first changes none. */
  inForce?: Charter;
};

/**
 * Each clause with what it is for, the numbers that may be chosen, and its exact words as they follow from them: the words are made here by the same
 * function as the proposal, so what is read is what will be proposed.
 */
export function DraftForm({ workspace, parties: listed, number, language, inForce }: DraftFormProps) {
  const t = useTranslations('desk.draft');
  const router = useRouter();
  const [written, setWritten] = useState(language);
  const [choices, setChoices] = useState<Choices>(inForce === undefined ? defaultChoices : choicesOf(inForce.parameters));
  const [chosen, setChosen] = useState<ChosenParties>(() => chosenOf(listed));
  const parties = inForce === undefined ? listed : partiesChosen(chosen);
  const charter = charterTemplate({ workspace, parties, number, language: written, parameters: parametersOf(choices) });
  const text = { language: written, parameters: inputOfChoices(choices) };
  return (
    <div className="narrow">
      <CommandForm
        action={inForce === undefined ? '/api/v1/charter/proposals' : '/api/v1/charter/amendments'}
        body={() => (inForce === undefined ? text : { ...text, parties: inputOfParties(chosen) })}
        onDone={() => router.push('/desk/charter')}
      >
        {({ pending, errorOf }) => (
          <>
            <SelectField
              id="language"
              name="language"
              label={t('language')}
              hint={t('languageHint')}
              value={written}
              onChange={(event) => setWritten(event.target.value)}
              error={errorOf('language')}
              options={charterLanguages.map((code) => ({ value: code, label: localeFacts(code).name }))}
            />
            {inForce !== undefined && <PartyFields chosen={chosen} onChange={setChosen} errorOf={errorOf} />}
            <CharterText
              charter={charter}
              heading="h2"
              above={(clause) => (
                <>
                  <p className="muted">{t(`about.${clause}`)}</p>
                  <ParameterFields
                    names={clauses.find(({ id }) => id === clause)?.parameters ?? []}
                    choices={choices}
                    onChange={setChoices}
                    errorOf={errorOf}
                    was={inForce?.parameters}
                  />
                </>
              )}
            />
            {inForce !== undefined && <CharterChangesOf before={inForce} after={charter} />}
            <p>{t('next')}</p>
            <div className="acts">
              <Button type="submit" look="primary" aria-disabled={pending || undefined}>
                {t(inForce === undefined ? 'submit' : 'submitAmendment', { number })}
              </Button>
            </div>
          </>
        )}
      </CommandForm>
    </div>
  );
}
