'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { StopNotice } from '@/components/ui/stop-notice';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useCommand } from '../../../_forms/use-command.client';
import { readTextFile } from '../_intake/read-text-file';

/** One file with a list of claims. It is read, and nothing becomes a claim until its columns were looked at. */
export function BringForm() {
  const t = useTranslations('intake.import');
  const router = useRouter();
  const hydrated = useHydrated();
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string>();
  const { send, pending, refusal } = useCommand('/api/v1/imports', {
    onDone: ({ id }) => router.push(`/desk/claims/import/${String(id)}`),
  });

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const [file] = input.current?.files ?? [];
    const text = file && (await readTextFile(file));
    setFault(file === undefined ? t('noFile') : text === undefined ? t('notText') : undefined);
    if (file === undefined || text === undefined) return input.current?.focus();
    await send({ fileName: file.name, text });
  }

  return (
    <form className="form" method="post" noValidate onSubmit={(event) => void submit(event)}>
      <p>{t('text')}</p>
      <Field id="list" label={t('file')} hint={t('fileHint')} error={fault}>
        {(control) => (
          <input
            {...control}
            className="inp"
            type="file"
            ref={input}
            disabled={!hydrated}
            accept=".csv,.tsv,.json,.jsonl,.jsonld,.html,.htm,.txt"
          />
        )}
      </Field>
      <div className="acts">
        <Button look="primary" type="submit" disabled={!hydrated} aria-disabled={pending || undefined}>
          {t('bring')}
        </Button>
        <span role="status" className="muted">
          {pending && t('reading')}
        </span>
      </div>
      <StopNotice title={t('refused')}>{refusal?.message}</StopNotice>
    </form>
  );
}
