'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Choice, Fieldset } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { LikeClaimText, useLikeClaims } from '../../_intake/like-claims.client';

/** Which claim a duplicate repeats: the like ones first, others by words or by number. Nothing is chosen beforehand (SPEC IN4). */
export function DuplicateChoice({ claimId, wording }: { claimId: string; wording: string }) {
  const t = useTranslations('intake.duplicate');
  const [sought, setSought] = useState('');
  const found = useLikeClaims(sought.trim() === '' ? wording : sought, claimId);
  return (
    <>
      <Field id="find-duplicate" label={t('find')} hint={t('findHint')} optional>
        {(control) => (
          <input
            {...control}
            className="inp"
            type="search"
            value={sought}
            onChange={({ target }) => setSought(target.value)}
            // In a form this key would close the claim before a duplicate was chosen.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        )}
      </Field>
      <Fieldset id="duplicate-of" legend={t('of')}>
        <p role="status" className="hint">
          {found !== undefined && t('found', { count: found.length })}
        </p>
        {found?.map((claim) => (
          <Choice key={claim.id} name="duplicateOf" value={claim.id} label={<LikeClaimText claim={claim} />} />
        ))}
      </Fieldset>
    </>
  );
}
