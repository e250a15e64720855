import { useTranslations } from 'next-intl';
import { PartyMark } from '@/components/record/party-mark';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import type { PublicWorkspace } from '@/db/queries/public/root-workspace';
import type { PublicTransparency } from '@/db/queries/public/transparency';
import type { Section } from '@/domain/transparency/sections';
import { writtenLike } from '../_page/text-direction';

type Props = { section: Section; said: PublicTransparency; workspace: PublicWorkspace; locale: string };

/** Words of the whole desk, that every signing party has confirmed. */
export function DeskStatement({ section, said, workspace, locale }: Props) {
  const t = useTranslations('transparency.public');
  const statement = said.statements.find((one) => one.section === section);
  if (statement === undefined) return <p>{t('nothing')}</p>;
  return (
    <>
      <Words text={statement.text} languages={[workspace.mainLanguage, locale]} />
      <p className="under">
        {t.rich('byAll', { day: () => <DateText at={statement.confirmedAt} show="day" timeZone={workspace.timeZone} /> })}
      </p>
    </>
  );
}

/** Each party's own words, in the parties' order. */
export function PartyStatements({ section, said, workspace, locale }: Props) {
  const t = useTranslations('transparency.public');
  if (said.parties.length === 0) return <p>{t('nothing')}</p>;
  return said.parties.map((party) => {
    const statement = said.statements.find((one) => one.section === section && one.partyId === party.id);
    return (
      <div key={party.id}>
        <h3>
          <PartyMark position={party.position} letter={party.letter} size="sm" /> <Name>{party.name}</Name>
          {party.standing === 'observing' && <span className="muted"> · {t('observing')}</span>}
        </h3>
        {statement === undefined ? (
          <p>{t('nothing')}</p>
        ) : (
          <>
            <Words text={statement.text} languages={[workspace.mainLanguage, locale]} />
            <p className="under">
              {t.rich('byParty', {
                party: () => <Name>{party.name}</Name>,
                day: () => <DateText at={statement.confirmedAt} show="day" timeZone={workspace.timeZone} />,
              })}
            </p>
          </>
        )}
      </div>
    );
  });
}

/** As it was written, with its lines. */
function Words({ text, languages }: { text: string; languages: string[] }) {
  return (
    <p className="whitespace-pre-line" {...writtenLike(text, languages)}>
      {text}
    </p>
  );
}
