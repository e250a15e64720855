'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Digest } from '@/components/ui/digest';
import { Field } from '@/components/ui/field';
import { FileInput } from '@/components/ui/file-input.client';
import { Notice } from '@/components/ui/notice';
import { useByteSize } from '@/components/ui/use-byte-size';
import { type UploadState, useUpload } from './use-upload.client';

/** Chooses a file and sends it at once; the form then names it by its digest. */
export function FileField({ limitBytes, error }: { limitBytes: number; error: string | undefined }) {
  const t = useTranslations('file');
  const sizeOf = useByteSize();
  const input = useRef<HTMLInputElement>(null);
  const { state, send, clear } = useUpload(limitBytes);

  function again(): void {
    clear();
    if (input.current === null) return;
    // The same file can be chosen once more.
    input.current.value = '';
    input.current.focus();
  }

  return (
    <>
      <Field
        id="source-file"
        label={t('label')}
        hint={t('hint', { limit: sizeOf(limitBytes) })}
        // What was missing is there now; that a stored file has gone since is still to be read.
        error={state.step === 'stored' && error === t('missing') ? undefined : error}
      >
        {(control) => (
          <FileInput
            control={control}
            chosen={state.step === 'none' ? undefined : state.file.name}
            ref={input}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file === undefined) clear();
              else send(file);
            }}
          />
        )}
      </Field>
      <div className="upload" role="status">
        <Step state={state} onCancel={again} onRetry={send} />
      </div>
      {state.step === 'stored' && <input type="hidden" name="fileSha256" value={state.sha256} />}
    </>
  );
}

function Step({ state, onCancel, onRetry }: { state: UploadState; onCancel: () => void; onRetry: (file: File) => void }) {
  const t = useTranslations('file');
  if (state.step === 'none') return null;
  if (state.step === 'sending') return <Sending file={state.file} sent={state.sent} onCancel={onCancel} />;
  if (state.step === 'failed')
    return (
      <Notice
        tone="stop"
        title={t('failed', { name: state.file.name })}
        actions={
          <>
            <Button size="small" onClick={() => onRetry(state.file)}>
              {t('retry')}
            </Button>
            <Button size="small" onClick={onCancel}>
              {t('another')}
            </Button>
          </>
        }
      >
        {state.message}
      </Notice>
    );
  return (
    <Notice tone="ok" title={t('stored', { name: state.file.name })}>
      <Digest value={state.sha256} algorithm="sha256" />
    </Notice>
  );
}

/** Numbers that change many times in a second are not read aloud. */
function Sending({ file, sent, onCancel }: { file: File; sent: number; onCancel: () => void }) {
  const t = useTranslations('file');
  const sizeOf = useByteSize();
  const words = sent < file.size ? t('sending', { sent: sizeOf(sent), total: sizeOf(file.size) }) : t('storing');
  return (
    <div className="sending" aria-live="off">
      <progress className="bar-of" aria-label={t('progress', { name: file.name })} max={file.size} value={sent} />
      <span>{words}</span>
      <Button size="small" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
