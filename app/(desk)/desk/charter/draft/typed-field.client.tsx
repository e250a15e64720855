'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { Peer } from '../../claims/[claimId]/_editor/carets';
import { useOwnTyping } from './use-own-typing';

/** Who chose what the draft holds under a key, where their presence still says it. */
export type ChosenBy = (key: string) => Peer | undefined;

type Field = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onFocus' | 'onBlur' | 'onKeyDown'>;

/** A number or a text of the draft: its typist's own until they are done, and never lost or merged when another hand chose meanwhile (PROTOCOL P72). */
export function TypedField({
  held,
  by,
  isUsable,
  unusable,
  write,
  error,
  ...field
}: Field & {
  held: string;
  by: Peer | undefined;
  isUsable: (text: string) => boolean;
  /** What is wrong with what cannot be used. */
  unusable: string;
  write: (text: string) => string | undefined;
}) {
  const t = useTranslations('charterDraft.typed');
  const { text, isMeanwhile, fault, choose, drop, control } = useOwnTyping({ id: field.id, held, isUsable, write });
  const said = {
    unusable: held === '' ? unusable : `${unusable} ${t('keeps', { held })}`,
    overtaken: t('notThere'),
    write: t('notThere'),
  };
  // The buttons go with the choice, and the typist goes on where they were.
  const inField = (act: () => void) => () => {
    document.getElementById(field.id)?.focus();
    act();
  };
  return (
    <>
      <TextField {...field} {...control} value={text} error={fault === undefined ? error : said[fault]} />
      {isMeanwhile && (
        <Notice
          tone="wait"
          live="status"
          actions={
            fault === 'overtaken' && (
              <>
                <Button onClick={inField(choose)}>{t('mine', { text: text || t('nothing') })}</Button>
                <Button onClick={inField(drop)}>{t('theirs', { held: held || t('nothing') })}</Button>
              </>
            )
          }
        >
          {t('meanwhile', { who: by?.party ?? by?.name ?? t('somebody'), held: held || t('nothing') })}
        </Notice>
      )}
    </>
  );
}
