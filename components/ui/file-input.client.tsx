'use client';

import { useTranslations } from 'next-intl';
import type { ChangeEvent, RefObject } from 'react';
import type { ControlProps } from './field';

/** A field for one file. A browser says "no file chosen" in its own language: what is seen here are our words, and its own control lies over them. */
export function FileInput({
  control,
  chosen,
  accept,
  ref,
  onChange,
}: {
  control: ControlProps;
  /** The name of the file that was taken. */
  chosen: string | undefined;
  accept?: string;
  ref?: RefObject<HTMLInputElement | null>;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}) {
  const t = useTranslations('common');
  return (
    <span className="inp file" data-invalid={control['aria-invalid']}>
      <input {...control} type="file" accept={accept} ref={ref} onChange={onChange} />
      <span className="btn s" aria-hidden="true">
        {t('chooseFile')}
      </span>
      <span className="name" aria-hidden="true">
        <bdi>{chosen ?? t('noFile')}</bdi>
      </span>
    </span>
  );
}
