'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { PartyRole } from '@/domain/membership/bar-to-seating';
import { locales } from '@/messages/locales';
import { CommandForm } from '../../../_forms/command-form.client';
import { InvitationLink } from './invitation-link.client';

type InviteFormProps = { party: { id: string; name: string }; roles: readonly PartyRole[] };
type Made = { link: string; mail: string; email: string };

/** Offers a seat to an address. The link stands here once, after it was made: the server does not keep it. */
export function InviteForm({ party, roles }: InviteFormProps) {
  const t = useTranslations('desk.members');
  const common = useTranslations('common');
  const words = useTranslations('role');
  const locale = useLocale();
  const [isOpen, setIsOpen] = useState(false);
  const [email, setEmail] = useState('');
  const [made, setMade] = useState<Made>();
  const done = (answer: Record<string, unknown>) => {
    setMade({ link: String(answer.link), mail: String(answer.mail), email });
    setIsOpen(false);
    setEmail('');
  };
  return (
    <>
      {made !== undefined && <InvitationLink {...made} />}
      {!isOpen && (
        <div className="acts">
          <Button onClick={() => setIsOpen(true)}>{t('invite', { party: party.name })}</Button>
        </div>
      )}
      {isOpen && (
        <CommandForm
          action="/api/v1/invitations"
          body={({ role = '', locale: language = '' }) => ({ partyId: party.id, role, email, locale: language })}
          onDone={done}
        >
          {({ pending, errorOf }) => (
            <>
              <TextField
                id={`email-${party.id}`}
                name="email"
                type="email"
                dir="ltr"
                label={t('email')}
                hint={t('emailHint')}
                maxLength={254}
                autoComplete="off"
                value={email}
                onChange={(event) => setEmail(event.target.value)}
                error={errorOf('email')}
              />
              <Fieldset id={`invited-role-${party.id}`} legend={t('role')} error={errorOf('role')}>
                {roles.map((role) => (
                  <Choice
                    key={role}
                    name="role"
                    value={role}
                    label={words(role)}
                    hint={t(`may.${role}`)}
                    defaultChecked={roles.length === 1}
                  />
                ))}
              </Fieldset>
              <SelectField
                id={`locale-${party.id}`}
                name="locale"
                label={t('language')}
                defaultValue={locale}
                error={errorOf('locale')}
                options={Object.entries(locales).map(([value, { name }]) => ({ value, label: name }))}
              />
              <div className="acts">
                <Button type="submit" look="primary" aria-disabled={pending || undefined}>
                  {t('inviteSubmit')}
                </Button>
                <Button onClick={() => setIsOpen(false)}>{common('cancel')}</Button>
              </div>
            </>
          )}
        </CommandForm>
      )}
    </>
  );
}
