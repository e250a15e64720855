'use client';

import { CalendarDays, CircleSlash, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog.client';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import { uncheckableKinds } from '@/domain/claim/statement-kinds';
import { CommandForm, type FormState, type Values } from '../../../_forms/command-form.client';
import { DialogButtons } from '../../../_forms/dialog-buttons.client';
import { type BulkAnswer, readAnswer } from './read-answer';

export type Person = { id: string; name: string };
type Selected = { id: string; number: number };
type Kind = 'due' | 'assign' | 'close';

/** What can be done with the selected claims at once. Afterwards it says how many were changed, and why which others were not (SPEC D7). */
export function BulkBar({
  claims,
  people,
  timeZone,
  onClear,
}: {
  claims: Selected[];
  people: Person[];
  timeZone: string;
  onClear: () => void;
}) {
  const t = useTranslations('list.bulk');
  const statements = useTranslations('statement');
  const [answer, setAnswer] = useState<BulkAnswer>();
  const [open, setOpen] = useState<Kind>();
  const change = (kind: Kind, icon: ReactNode, fields: (state: FormState) => ReactNode, read: (values: Values) => object) => (
    <Dialog
      title={t(`${kind}.title`, { count: claims.length })}
      open={open === kind}
      onOpenChange={(isOpen) => setOpen(isOpen ? kind : undefined)}
      trigger={
        <Button size="small" icon={icon}>
          {t(`${kind}.open`)}
        </Button>
      }
    >
      <CommandForm
        action="/api/v1/claims/changes"
        body={(values) => ({ claimIds: claims.map(({ id }) => id), change: { kind, ...read(values) } })}
        onDone={(body) => {
          setAnswer(readAnswer(body));
          setOpen(undefined);
          onClear();
        }}
      >
        {(state) => (
          <>
            {fields(state)}
            <DialogButtons send={t(`${kind}.send`)} pending={state.pending} />
          </>
        )}
      </CommandForm>
    </Dialog>
  );

  return (
    <>
      <div role="status" className="bulk-answer">
        {answer !== undefined && <Answer answer={answer} />}
      </div>
      {claims.length > 0 && (
        <section className="bulk" aria-label={t('label')}>
          <b role="status">{t('selected', { count: claims.length })}</b>
          {change(
            'due',
            <Icon as={CalendarDays} />,
            ({ errorOf }) => (
              <TextField
                id="bulk-due"
                name="dueOn"
                type="date"
                label={t('due.day')}
                hint={t('due.hint', { zone: timeZone })}
                error={errorOf('dueOn')}
                optional
              />
            ),
            ({ dueOn }) => ({ dueOn: dueOn ?? null }),
          )}
          {change(
            'assign',
            <Icon as={UserRound} />,
            ({ errorOf }) => (
              <SelectField
                id="bulk-person"
                name="personId"
                label={t('assign.person')}
                hint={t('assign.hint')}
                error={errorOf('personId')}
                optional
                options={[
                  { value: '', label: t('assign.nobody') },
                  ...people.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            ),
            ({ personId }) => ({ personId: personId ?? null }),
          )}
          {change(
            'close',
            <Icon as={CircleSlash} />,
            ({ errorOf }) => (
              <>
                <SelectField
                  id="bulk-statement"
                  name="statement"
                  label={statements('whyClosed')}
                  error={errorOf('statement')}
                  options={[
                    ...uncheckableKinds.map((value) => ({ value, label: statements(`kind.${value}`) })),
                    { value: '', label: statements('other') },
                  ]}
                  defaultValue=""
                />
                <TextAreaField
                  id="bulk-reason"
                  name="reason"
                  label={t('close.reason')}
                  hint={t('close.hint')}
                  error={errorOf('reason')}
                  maxLength={2000}
                  required
                />
              </>
            ),
            ({ reason = '', statement }) => ({ as: 'not-checkable', reason, ...(statement !== undefined && { statement }) }),
          )}
          <Button look="quiet" size="small" onClick={onClear}>
            {t('clear')}
          </Button>
        </section>
      )}
    </>
  );
}

function Answer({ answer: { done, refused } }: { answer: BulkAnswer }) {
  const t = useTranslations('list.bulk');
  if (refused.length === 0) return <p>{t('done', { count: done })}</p>;
  return (
    <Notice tone="wait" title={t('done', { count: done })}>
      <p>{t('refused', { count: refused.length })}</p>
      <ul>
        {refused.map(({ number, message }) => (
          <li key={number}>{t('refusedLine', { number, reason: message })}</li>
        ))}
      </ul>
    </Notice>
  );
}
