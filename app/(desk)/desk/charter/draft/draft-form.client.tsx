'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/text-field';
import { clauses } from '@/domain/charter/clauses';
import { type CharterInput, charterLanguages, charterTemplate } from '@/domain/charter/template';
import { localeFacts } from '@/messages/locales';
import { CommandForm } from '../../../_forms/command-form.client';
import { CharterText } from '../charter-text';
import { type Choices, defaultChoices, inputOfChoices, parametersOf } from './choices';
import { ParameterFields } from './parameter-fields.client';

type DraftFormProps = Pick<CharterInput, 'workspace' | 'parties' | 'number'> & { language: string };

/**
 * Each clause with what it is for, the numbers that may be chosen, and its exact words as they follow from them: the words are made here by the same
 * function as the proposal, so what is read is what will be proposed.
 */
export function DraftForm({ workspace, parties, number, language }: DraftFormProps) {
  const t = useTranslations('desk.draft');
  const router = useRouter();
  const [written, setWritten] = useState(language);
  const [choices, setChoices] = useState<Choices>(defaultChoices);
  const charter = charterTemplate({ workspace, parties, number, language: written, parameters: parametersOf(choices) });
  return (
    <div className="narrow">
      <CommandForm
        action="/api/v1/charter/proposals"
        body={() => ({ language: written, parameters: inputOfChoices(choices) })}
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
                  />
                </>
              )}
            />
            <p>{t('next')}</p>
            <div className="acts">
              <Button type="submit" look="primary" aria-disabled={pending || undefined}>
                {t('submit')}
              </Button>
            </div>
          </>
        )}
      </CommandForm>
    </div>
  );
}
