'use client';

import { useTranslations } from 'next-intl';
import { ClauseChecklist } from '@/components/record/clause-checklist';
import { RecordSheet } from '@/components/record/sheet/record-sheet';
import { Digest } from '@/components/ui/digest';
import { Notice } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs.client';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { useFaultWords } from '../../../../_words/use-fault-words';
import { useFindingWords } from '../../../../_words/use-finding-words';
import type { Preview } from './read-preview';
import { useSeat } from './record-context.client';

/** What would be frozen: why it cannot be yet, or its digest, its words and its bytes. */
export function PreviewContent({ preview }: { preview: Preview }) {
  const t = useTranslations('desk.preview');
  const faultWords = useFaultWords();
  const words = useFindingWords();
  const { language } = useSeat();
  const { fault, bytes, sha256, findings, unchangedSince, corrects } = preview;
  const correction = useTranslations('correction.propose');
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
          {faultWords(fault, { isOther: isOther(fault, language) })}
        </Notice>
      )}
      {unchangedSince !== undefined && (
        <Notice tone="wait" title={t('unchangedTitle', { number: unchangedSince })}>
          {t('unchanged')}
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
          ...(bytes === undefined || corrects === undefined
            ? []
            : [
                {
                  value: 'changes',
                  label: correction('changes'),
                  panel: <RecordSheet record={recordIn(bytes)} before={recordIn(corrects.bytes)} heading="h3" />,
                },
              ]),
          ...(bytes === undefined
            ? []
            : [
                {
                  value: 'record',
                  label: t('record'),
                  panel: <RecordSheet record={recordIn(bytes)} heading="h3" />,
                },
              ]),
          { value: 'charter', label: t('charter'), panel: <ClauseChecklist items={items} /> },
          ...(bytes === undefined ? [] : [{ value: 'bytes', label: t('bytes'), panel: <pre className="raw-box">{bytes}</pre> }]),
        ]}
        defaultValue={isUnmet || bytes === undefined ? 'charter' : corrects === undefined ? 'record' : 'changes'}
      />
    </>
  );
}

function recordIn(json: string): FrozenRecord {
  return FrozenRecord.parse(JSON.parse(json));
}

/** Whether a fault is of a text in another language than the record's main one. */
function isOther(fault: NonNullable<Preview['fault']>, main: string): boolean {
  return typeof fault.language === 'string' && fault.language !== '' && fault.language !== main;
}
