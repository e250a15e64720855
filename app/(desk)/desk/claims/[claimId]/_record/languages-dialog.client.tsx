'use client';

import { Languages } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog.client';
import { Icon } from '@/components/ui/icon';
import { SelectField } from '@/components/ui/text-field';
import { useLanguageName } from '@/components/ui/use-language-name';
import { offeredLanguages } from '@/domain/record/languages';
import { CommandForm } from '../../../../_forms/command-form.client';
import { useSeat, useView } from './record-context.client';
import { RemoveLanguage } from './remove-language.client';

/** Adds a language to the record, and takes one out. */
export function LanguagesDialog() {
  const t = useTranslations('languages');
  const nameOf = useLanguageName();
  const { claimId, language: main, languages } = useSeat();
  const { choose } = useView();
  const [isOpen, setIsOpen] = useState(false);
  const left = offeredLanguages.filter((language) => !languages.includes(language));
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="small" icon={<Icon as={Languages} />}>
          {t(languages.length === 1 ? 'addFirst' : 'change')}
        </Button>
      }
      title={t('ofRecord')}
      description={t('explain')}
    >
      <ul className="lang-list">
        {languages.map((language) => (
          <li key={language}>
            <b>{nameOf(language)}</b>
            {language === main ? <span className="muted">{t('main')}</span> : <RemoveLanguage language={language} />}
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <CommandForm
          action={`/api/v1/claims/${claimId}/languages`}
          body={({ language = '' }) => ({ language })}
          onDone={({ languages: now }) => {
            const added = Array.isArray(now) ? now.at(-1) : undefined;
            if (typeof added === 'string') choose(added);
            setIsOpen(false);
          }}
        >
          {({ pending, errorOf }) => (
            <div className="lang-add">
              <SelectField
                id="add-language"
                name="language"
                label={t('add')}
                error={errorOf('language')}
                options={left.map((language) => ({ value: language, label: nameOf(language) }))}
              />
              <Button look="primary" type="submit" aria-disabled={pending || undefined}>
                {t('submitAdd')}
              </Button>
            </div>
          )}
        </CommandForm>
      )}
    </Dialog>
  );
}
