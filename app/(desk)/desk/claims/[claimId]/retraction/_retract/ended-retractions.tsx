import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import type { DeskRetraction } from '@/db/queries/desk/retraction-of-desk';
import { loadDesk } from '../../../../../_frame/load-desk';

/** What became of the proposals before: for members alone, but for what was retracted. */
export async function EndedRetractions({ ended }: { ended: DeskRetraction[] }) {
  if (ended.length === 0) return null;
  const { workspace, partyOf } = await loadDesk();
  const t = await getTranslations('correction.desk');
  return (
    <section aria-labelledby="earlier-retractions">
      <h2 id="earlier-retractions">{t('earlier')}</h2>
      <ol>
        {ended.flatMap(({ id, state, reason, endedAt, endedByParty, endedReason }) =>
          state === 'proposed' || endedAt === null
            ? []
            : [
                <li key={id}>
                  <blockquote dir="auto">{reason}</blockquote>
                  <p>
                    {t.rich(`ended.${state}`, {
                      party: () => <Name>{partyOf(endedByParty)?.name ?? ''}</Name>,
                      date: () => <DateText at={endedAt} timeZone={workspace.timeZone} />,
                    })}
                  </p>
                  {endedReason !== null && <blockquote dir="auto">{endedReason}</blockquote>}
                </li>,
              ],
        )}
      </ol>
    </section>
  );
}
