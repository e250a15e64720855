import { useTranslations } from 'next-intl';
import { PartyMark } from '@/components/record/party-mark';
import { DateText } from '@/components/ui/date-text';
import type { CharterReading } from './open-charter';

/** The parties of the text with their standing, and when each ratified exactly these bytes. */
export function Parties({ reading: { version, workspace } }: { reading: CharterReading }) {
  const t = useTranslations('public');
  const party = useTranslations('party');
  const words = useTranslations('amendment');
  const ratifiedAt = new Map(version.ratifications.map(({ party: id, at }) => [id, at]));
  return (
    <section aria-labelledby="parties">
      <h2 id="parties">{t('charter.parties')}</h2>
      <table className="tbl keep">
        <thead>
          <tr>
            <th scope="col">{t('charter.party')}</th>
            <th scope="col">{t('charter.standing')}</th>
            <th scope="col">{t('charter.ratified')}</th>
          </tr>
        </thead>
        <tbody>
          {version.parties.map(({ id, name, letter, position, standing }) => {
            const at = ratifiedAt.get(id);
            const gone = version.left.find((left) => left.party === id);
            return (
              <tr key={id}>
                <td>
                  <PartyMark position={position} letter={letter} size="sm" /> {name}
                </td>
                <td>
                  {party(standing)}
                  {gone !== undefined && (
                    <p className="hint">
                      {words('public.leftOn')} <DateText at={gone.at} show="day" timeZone={workspace.timeZone} />.{' '}
                      {words('public.leftReason', { reason: gone.reason })}
                    </p>
                  )}
                </td>
                <td>{at === undefined ? t('charter.notAsked') : <DateText at={at} timeZone={workspace.timeZone} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
