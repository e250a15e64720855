'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/text-field';
import type { FormState, Values } from './command-form.client';

/** Where a claim appeared: an address, or a document named without a link. */
export function AppearanceFields({
  errorOf,
  today,
  withoutLocator = false,
}: {
  errorOf: FormState['errorOf'];
  today: string;
  /** The place in it follows from something else. */
  withoutLocator?: boolean;
}) {
  const t = useTranslations('desk.appearance');
  return (
    <>
      <TextField
        id="appearance-title"
        name="title"
        label={t('name')}
        hint={t('nameHint')}
        error={errorOf('title')}
        maxLength={300}
      />
      <TextField id="appearance-url" name="url" type="url" dir="ltr" label={t('url')} error={errorOf('url')} optional />
      <div className="pair">
        <TextField
          id="appearance-seen"
          name="seenOn"
          type="date"
          label={t('seenOn')}
          defaultValue={today}
          max={today}
          error={errorOf('seenOn')}
        />
        {!withoutLocator && (
          <TextField
            id="appearance-locator"
            name="locator"
            label={t('locator')}
            hint={t('locatorHint')}
            error={errorOf('locator')}
            optional
            maxLength={200}
          />
        )}
      </div>
    </>
  );
}

export function appearanceOf({ title = '', url, seenOn = '', locator }: Values) {
  return { title, seenOn, ...(url === undefined ? {} : { url }), ...(locator === undefined ? {} : { locator }) };
}
