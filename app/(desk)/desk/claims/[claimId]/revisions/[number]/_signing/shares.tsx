import { getTranslations } from 'next-intl/server';
import { PartyMark } from '@/components/record/party-mark';
import { authorNames } from '@/db/queries/desk/authors-of-desk';
import type { DeskRevision } from '@/db/queries/desk/revision-of-desk';
import { loadDesk } from '../../../../../../_frame/load-desk';

/** How much of the frozen text each party and person wrote: it says why somebody may not sign (C20). */
export async function Shares({ revision }: { revision: DeskRevision }) {
  const { db, workspace } = await loadDesk();
  const t = await getTranslations('desk.signing');
  const { authors } = revision;
  const total = authors.reduce((sum, { characters }) => sum + characters, 0);
  if (total === 0) return null;
  const nameOf = await authorNames({ authors }, db);
  const percent = (characters: number) => t('sharePercent', { share: characters / total });
  return (
    <>
      <h2>{t('shares')}</h2>
      <p className="muted">{t('sharesText')}</p>
      <table className="shares">
        <thead>
          <tr>
            <th scope="col">{t('shareParty')}</th>
            <th scope="col">{t('sharePerson')}</th>
            <th scope="col">{t('share')}</th>
          </tr>
        </thead>
        {workspace.parties.map(({ id, name, letter, position }) => {
          const own = authors.filter(({ partyId }) => partyId === id);
          if (own.length === 0) return null;
          return (
            <tbody key={id}>
              <tr>
                <th scope="row">
                  <PartyMark position={position} letter={letter} size="sm" /> {name}
                </th>
                <td>{t('shareAll')}</td>
                <td>{percent(own.reduce((sum, { characters }) => sum + characters, 0))}</td>
              </tr>
              {own.map((author) => (
                <tr key={author.personId}>
                  <td />
                  <td>
                    <bdi>{nameOf(author).name}</bdi>
                  </td>
                  <td>{percent(author.characters)}</td>
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </>
  );
}
