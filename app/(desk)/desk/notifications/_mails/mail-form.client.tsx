'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/text-field';
import { groupsInUse, type MailWay, mailWays, type ToldGroup } from '@/domain/discussion/told-kinds';
import { CommandForm } from '../../../_forms/command-form.client';

/** How the news of each group comes by mail: at once, in the morning, or never (SPEC N1). */
export function MailForm({ ways, zone }: { ways: Record<ToldGroup, MailWay>; zone: string }) {
  const t = useTranslations('told');
  const [isSaved, setSaved] = useState(false);
  const options = mailWays.map((value) => ({ value, label: t(`way.${value}`) }));
  return (
    <section className="narrow" aria-labelledby="mails">
      <h2 id="mails">{t('title')}</h2>
      <p className="muted">
        {t('text')} {t('zone', { zone })}
      </p>
      <CommandForm action="/api/v1/notifications/mails" method="PUT" body={(values) => values} keep onDone={() => setSaved(true)}>
        {({ pending, errorOf }) => (
          <>
            {groupsInUse.map((group) => (
              <SelectField
                key={group}
                id={`mails-${group}`}
                name={group}
                label={t(`group.${group}`)}
                hint={t(`hint.${group}`)}
                error={errorOf(group)}
                defaultValue={ways[group]}
                options={options}
                onChange={() => setSaved(false)}
              />
            ))}
            <div className="acts">
              <Button type="submit" aria-disabled={pending || undefined}>
                {t('save')}
              </Button>
              <span role="status">{isSaved && t('saved')}</span>
            </div>
          </>
        )}
      </CommandForm>
    </section>
  );
}
