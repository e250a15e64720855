import { useTranslations } from 'next-intl';
import type { ShownRecord } from '@/domain/record/frozen-record';
import { countChanges, countSources, languagesOf } from './count-changes';
import { SheetFacts } from './sheet-facts';
import { SheetPart } from './sheet-part';
import { SheetSources } from './sheet-sources';
import { SheetTexts } from './sheet-texts';

export type SheetProps = {
  record: ShownRecord;
  /** The record to compare with; without it the sheet shows the words as they are. */
  before?: ShownRecord;
  /** In a dialog, whose title is an h2, the question is an h3. */
  heading?: 'h1' | 'h3';
};

/** A frozen record, drawn from its bytes and nothing else: what is on this sheet is what is signed, and each value that differs is marked. */
export function RecordSheet({ record, before, heading = 'h1' }: SheetProps) {
  const t = useTranslations('desk.sheet');
  const Sub = heading === 'h1' ? 'h2' : 'h4';
  const count = before && countChanges(before, record);
  return (
    <div className="sheet-body">
      {languagesOf(record, before).map((language) => (
        <SheetTexts key={language} record={record} before={before} language={language} heading={heading} />
      ))}
      <SheetPart as={Sub} title={t('sources')} changes={before && countSources(before, record)}>
        <SheetSources record={record} before={before} heading={heading === 'h1' ? 'h3' : 'h5'} />
      </SheetPart>
      <SheetPart as={Sub} title={t('facts')} changes={count && count.facts - ratingChanges(record, before)}>
        <SheetFacts record={record} before={before} />
      </SheetPart>
    </div>
  );
}

/** The rating counts as a fact and is drawn with the finding. */
function ratingChanges(record: ShownRecord, before: ShownRecord | undefined): number {
  return before === undefined || before.fields.rating === record.fields.rating ? 0 : 1;
}
