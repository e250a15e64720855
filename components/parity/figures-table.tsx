import { useTranslations } from 'next-intl';
import { figureRows } from './figure-rows';
import { PartyName, type PartyParity } from './parity-charts';
import { useFigureWords } from './use-figure-words';

/** Every figure, a row each; a column for each party. */
export function FiguresTable({ parties }: { parties: PartyParity[] }) {
  const t = useTranslations('parity');
  const words = useFigureWords();
  return (
    <div className="wide-table">
      <table className="figures">
        <caption className="vh">{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            {parties.map(({ party, figures }) => (
              <th key={figures.party.id} scope="col">
                <PartyName party={party} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figureRows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{words.label(row.key)}</th>
              {parties.map(({ figures }) => (
                <td key={figures.party.id} className="num">
                  {words.value(row, row.of(figures))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
