import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import { mailsOfDesk } from '@/db/queries/desk/mails-of-desk';
import { env } from '@/platform/env';
import { isMailKind } from '@/platform/mail-kinds';
import { loadDesk } from '../../../_frame/load-desk';

/** What became of the desk's mails, for the steward, who runs the server they go through: to whom and of what kind, never what they say (SPEC M11). */
export async function Mails() {
  const { member, db, workspace } = await loadDesk();
  const t = await getTranslations('desk.mails');
  const columns = await getTranslations('told.outbox');
  const mails = await mailsOfDesk(member, db);
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{t('title')}</h2>
      <p className="muted narrow">{t(env().SMTP_URL === undefined ? 'noServer' : 'text')}</p>
      {mails.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <div className="tbl-wrap">
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{t('recipient')}</th>
                <th scope="col">{t('kind')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{columns('attempts')}</th>
                <th scope="col">{t('since')}</th>
              </tr>
            </thead>
            <tbody>
              {mails.map(({ id, recipient, kind, state, attempts, fault, createdAt }) => (
                <tr key={id}>
                  <td>{recipient === '' ? t('reader') : <bdi>{recipient}</bdi>}</td>
                  <td>{isMailKind(kind) ? t(`of.${kind}`) : kind}</td>
                  <td>
                    {t(`is.${state}`, { attempts })} {fault !== null && <Fault code={fault} />}
                  </td>
                  <td className="num">{attempts}</td>
                  <td>
                    <DateText at={createdAt} timeZone={workspace.timeZone} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Why a mail was not sent: in words where it is ours to say, else as the mail server put it. */
async function Fault({ code }: { code: string }) {
  const t = await getTranslations('desk.mails');
  return t.has(`because.${code}`) ? t(`because.${code}`) : <span className="hash">{code}</span>;
}
