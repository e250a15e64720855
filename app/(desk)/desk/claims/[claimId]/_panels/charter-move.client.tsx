'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { CommandButton } from '../../../../_forms/command-button.client';

export type CharterMoveProps = {
  claimId: string;
  /** The version that binds the claim. */
  from: number;
  move: { number: number; sha256: string; missing: string[]; isAsked: boolean } | undefined;
  /** Signing parties of the claim's charter that have left it. */
  left: string[];
};

/** That another version is in force than the one that binds the claim, and what each party may say to that; and whom nothing can be published without. */
export function CharterMove({ claimId, from, move, left }: CharterMoveProps) {
  const t = useTranslations('amendment');
  return (
    <>
      {left.length > 0 && <Notice tone="stop">{t('left.waits', { parties: left.join(', '), count: left.length })}</Notice>}
      {move !== undefined && (
        <Notice
          tone="info"
          title={t('move.title', { from, to: move.number })}
          actions={
            move.isAsked && (
              <CommandButton action={`/api/v1/claims/${claimId}/charter-agreements`} body={{ sha256: move.sha256 }} size="small">
                {t('move.agree', { to: move.number })}
              </CommandButton>
            )
          }
        >
          {t('move.text', { parties: move.missing.join(', '), count: move.missing.length })}
        </Notice>
      )}
    </>
  );
}
