'use client';

import { useTranslations } from 'next-intl';
import { ClauseChecklist } from '@/components/record/clause-checklist';
import { RecordSheet } from '@/components/record/sheet/record-sheet';
import { Digest } from '@/components/ui/digest';
import { Notice } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs.client';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { useFindingWords } from '../../../../_words/use-finding-words';
import type { Preview } from './read-preview';

/** What would be frozen: why it cannot be yet, or its digest, its words and its bytes. */
export function PreviewContent({ preview }: { preview: Preview }) {
  const t = useTranslations('desk.preview');
  const errors = useTranslations('errors');
  const words = useFindingWords();
  const { fault, bytes, sha256, findings } = preview;
  const items = findings.map((finding) => ({
    clause: finding.clause,
    met: finding.met,
    href: `/desk/charter#${finding.clause}`,
    title: words(finding).title,
    text: words(finding).todo,
  }));
  const isUnmet = findings.some(({ met }) => !met);
  return (
    <>
      {fault !== undefined && (
        <Notice tone="wait" title={t('faultTitle')}>
          {faultWords(fault, errors)}
        </Notice>
      )}
      {isUnmet && <Notice tone="wait">{t('unmet')}</Notice>}
      {sha256 !== undefined && (
        <p>
          <Digest value={sha256} form="full" algorithm="SHA-256" />
        </p>
      )}
      <Tabs
        label={t('views')}
        tabs={[
          ...(bytes === undefined
            ? []
            : [
                {
                  value: 'record',
                  label: t('record'),
                  panel: <RecordSheet record={FrozenRecord.parse(JSON.parse(bytes))} heading="h3" />,
                },
              ]),
          { value: 'charter', label: t('charter'), panel: <ClauseChecklist items={items} /> },
          ...(bytes === undefined ? [] : [{ value: 'bytes', label: t('bytes'), panel: <pre className="raw-box">{bytes}</pre> }]),
        ]}
        defaultValue={isUnmet || bytes === undefined ? 'charter' : 'record'}
      />
    </>
  );
}

/** A fault is a refusal of freezing, so it has the words of one. */
function faultWords(fault: NonNullable<Preview['fault']>, errors: ReturnType<typeof useTranslations<'errors'>>): string {
  const facts = Object.entries(fault).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return errors.has(fault.code) ? errors(fault.code, Object.fromEntries(facts)) : errors('unknown', { code: fault.code });
}
