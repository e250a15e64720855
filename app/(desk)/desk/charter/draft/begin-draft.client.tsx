'use client';

import { useTranslations } from 'next-intl';
import { CommandButton } from '../../../_forms/command-button.client';

/** The page reads itself again when it is begun, and is the draft then. */
export function BeginDraft({ again }: { again: boolean }) {
  const t = useTranslations('charterDraft');
  return (
    <div className="acts">
      <CommandButton action="/api/v1/charter/drafts" body={{}} look="primary">
        {t(again ? 'beginAgain' : 'begin')}
      </CommandButton>
    </div>
  );
}
