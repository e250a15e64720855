import { useTranslations } from 'next-intl';
import { bytesOf } from '../_page/addresses';
import { type Reading, signatoriesOf } from '../_verdict/reading';
import { PositionColumn } from './position-column';

/** Each signing party's position, or its silence, in columns of one width and in the charter's order (SPEC O6, O7). */
export function PositionsSection({ reading }: { reading: Reading }) {
  const { slug, number, charter } = reading.verdict;
  const t = useTranslations('position');
  const signing = signatoriesOf(reading);
  return (
    <div className="wide">
      <div className="pos">
        {signing.map((signatory) => (
          <PositionColumn key={signatory.party.id} signatory={signatory} reading={reading} />
        ))}
      </div>
      <p className="under">{t('order', { limit: charter.dissentWords })}</p>
      {!signing.some(({ standing }) => standing === 'approving') && <p className="under">{t('nobody')}</p>}
      <p className="under">{t.rich('bytes', { record: (chunks) => <a href={bytesOf.record(slug, number)}>{chunks}</a> })}</p>
    </div>
  );
}
