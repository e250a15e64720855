'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSend } from '@/app/_send/use-send.client';
import { Button } from '@/components/ui/button';
import { StopNotice } from '@/components/ui/stop-notice';
import { SelectField, TextField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useRefusalWords } from '../../_form/use-refusal-words.client';
import { PartyFields } from './party-fields.client';
import { PersonFields } from './person-fields.client';
import { setupOf } from './setup-of';

type SetupFormProps = { token: string; locale: string; languages: { value: string; label: string }[] };

const fewestParties = 2;
const mostParties = 12;

/** The workspace, its steward and its parties in one form: a desk begins with all of them or not at all. */
export function SetupForm({ token, locale, languages }: SetupFormProps) {
  const t = useTranslations('account');
  const hydrated = useHydrated();
  const [parties, setParties] = useState(fewestParties);
  const { send, pending, refusal } = useSend('/api/v1/setup');
  const { sentence, fieldError } = useRefusalWords(refusal);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (await send(setupOf(new FormData(event.currentTarget), { token, parties })))
      window.location.assign(`/sign-in?lang=${locale}`);
  }

  return (
    <form className="form" method="post" onSubmit={(event) => void submit(event)} noValidate>
      <fieldset className="form">
        <legend className="mb-3 pe-3 font-serif text-xl font-semibold">{t('setup.workspace')}</legend>
        <TextField
          id="name"
          name="workspace.name"
          label={t('setup.name')}
          error={fieldError('workspace.name')}
          maxLength={120}
          dir="auto"
          autoComplete="organization"
        />
        <TextField
          id="slug"
          name="workspace.slug"
          label={t('setup.slug')}
          hint={t('setup.slugHint')}
          error={fieldError('workspace.slug')}
          maxLength={60}
          dir="ltr"
          autoComplete="off"
        />
        <TextField
          id="timeZone"
          name="workspace.timeZone"
          label={t('setup.timeZone')}
          hint={t('setup.timeZoneHint')}
          error={fieldError('workspace.timeZone')}
          defaultValue="UTC"
          dir="ltr"
          autoComplete="off"
        />
        <SelectField
          id="mainLanguage"
          name="workspace.mainLanguage"
          label={t('setup.mainLanguage')}
          error={fieldError('workspace.mainLanguage')}
          defaultValue={locale}
          options={languages}
        />
        <TextField
          id="contact"
          name="workspace.contact"
          label={t('setup.contact')}
          hint={t('setup.contactHint')}
          error={fieldError('workspace.contact')}
          maxLength={300}
          dir="auto"
          autoComplete="off"
        />
      </fieldset>
      <fieldset className="form">
        <legend className="mb-3 pe-3 font-serif text-xl font-semibold">{t('setup.steward')}</legend>
        <p className="hint">{t('setup.stewardHint')}</p>
        <PersonFields prefix="steward" fieldError={fieldError} />
      </fieldset>
      {Array.from({ length: parties }, (_, index) => index).map((index) => (
        <PartyFields key={index} index={index} fieldError={fieldError} />
      ))}
      <div className="acts">
        {parties < mostParties && <Button onClick={() => setParties(parties + 1)}>{t('setup.addParty')}</Button>}
        {parties > fewestParties && <Button onClick={() => setParties(parties - 1)}>{t('setup.removeParty')}</Button>}
      </div>
      <StopNotice>{sentence}</StopNotice>
      <div className="acts">
        <Button type="submit" disabled={!hydrated} look="primary" size="big" aria-disabled={pending}>
          {pending ? t('setup.pending') : t('setup.submit')}
        </Button>
      </div>
    </form>
  );
}
