import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import { failingJobs } from '@/db/queries/desk/failing-jobs';
import { loadDesk } from '../../../_frame/load-desk';

/** What should have happened at a desk and failed, for its steward: kind, times and a code, never what it is about (SPEC J4). */
export async function Jobs() {
  const { member, db, workspace } = await loadDesk();
  const t = await getTranslations('told.outbox');
  const jobs = await failingJobs(member, db);
  return (
    <section aria-labelledby="jobs">
      <h2 id="jobs">{t('jobs')}</h2>
      <p className="muted narrow">{t('jobsText')}</p>
      {jobs.length === 0 ? (
        <p>{t('noJobs')}</p>
      ) : (
        <div className="tbl-wrap">
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{t('job')}</th>
                <th scope="col">{t('due')}</th>
                <th scope="col">{t('attempts')}</th>
                <th scope="col">{t('next')}</th>
                <th scope="col">{t('fault')}</th>
              </tr>
            </thead>
            <tbody>
              {jobs.map(({ id, kind, dueAt, attempts, nextAttemptAt, fault }) => (
                <tr key={id}>
                  <td className="hash">{kind}</td>
                  <td>
                    <DateText at={dueAt} timeZone={workspace.timeZone} />
                  </td>
                  <td className="num">{attempts}</td>
                  <td>
                    <DateText at={nextAttemptAt} timeZone={workspace.timeZone} />
                  </td>
                  <td className="hash">{fault}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
