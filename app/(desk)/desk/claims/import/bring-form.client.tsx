'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { StopNotice } from '@/components/ui/stop-notice';
import { SelectField } from '@/components/ui/text-field';
import { useByteSize } from '@/components/ui/use-byte-size';
import { useHydrated } from '@/components/ui/use-hydrated';
import { listLimitBytes, mostRows } from '@/domain/intake/list-limits';
import { useCommand } from '../../../_forms/use-command.client';
import { otherEncodings, readTextFile, type UnreadFile } from '../_intake/read-text-file';

type Fault = UnreadFile | 'no-file';

/** One file with a list of claims. It is read, and nothing becomes a claim until its columns were looked at. */
export function BringForm() {
  const t = useTranslations('intake.import');
  const router = useRouter();
  const hydrated = useHydrated();
  const sizeOf = useByteSize();
  const input = useRef<HTMLInputElement>(null);
  const letters = useRef<HTMLSelectElement>(null);
  const [fault, setFault] = useState<Fault>();
  // Asked only where it matters: who has a file in UTF-8 needs to know nothing of encodings.
  const [isAsked, setAsked] = useState(false);
  const { send, pending, refusal } = useCommand('/api/v1/imports', {
    onDone: ({ id }) => router.push(`/desk/claims/import/${String(id)}`),
  });
  const limits = { size: sizeOf(listLimitBytes), rows: mostRows };

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const [file] = input.current?.files ?? [];
    if (file === undefined) return refuse('no-file');
    const encoding = otherEncodings.find((name) => name === letters.current?.value);
    const read = await readTextFile(file, { limitBytes: listLimitBytes, encoding });
    if ('fault' in read) return refuse(read.fault);
    setFault(undefined);
    await send({ fileName: file.name, text: read.text });
  }

  function refuse(why: Fault): void {
    setFault(why);
    if (why === 'not-text') setAsked(true);
    input.current?.focus();
  }

  return (
    <form className="form" method="post" noValidate onSubmit={(event) => void submit(event)}>
      <p>{t('text')}</p>
      <Field id="list" label={t('file')} hint={t('fileHint', limits)} error={fault && t(`fault.${fault}`, limits)}>
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
      {isAsked && (
        <SelectField
          id="letters"
          name="letters"
          ref={letters}
          label={t('letters')}
          hint={t('lettersHint')}
          options={[
            { value: '', label: t('encoding.utf-8') },
            ...otherEncodings.map((name) => ({ value: name, label: t(`encoding.${name}`) })),
          ]}
        />
      )}
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
