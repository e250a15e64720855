import { getTranslations } from 'next-intl/server';
import { PartyMark } from '@/components/record/party-mark';
import { DateText } from '@/components/ui/date-text';
import type { StoredStatement } from '@/db/queries/transparency';
import { loadDesk } from '../../../_frame/load-desk';
import { ConfirmStatement } from './confirm-statement.client';
import type { ShownStatement } from './load-statements';
import { WriteStatement } from './write-statement.client';

/** One section: its newest words, who has confirmed them and until when they count, and for who may, what to do about it. */
export async function Statement({ statement }: { statement: ShownStatement }) {
  const t = await getTranslations('transparency');
  const { section, party, newest, earlier, mayWrite, hasConfirmed } = statement;
  const id = `${section}-${party?.position ?? 0}`;
  const title = t(`section.${section}`);
  const name = party === undefined ? title : t('of', { section: title, party: party.name });
  return (
    <section className="people" aria-labelledby={id}>
      <h2 id={id}>
        {party !== undefined && <PartyMark position={party.position} letter={party.letter} />} {name}
      </h2>
      {newest === undefined ? (
        <p className="muted">{t('none')}</p>
      ) : (
        <>
          <Words text={newest.text} />
          <WrittenBy statement={newest} />
          <Standing statement={statement} newest={newest} />
        </>
      )}
      {mayWrite && newest !== undefined && <ConfirmStatement id={newest.id} name={name} again={hasConfirmed} />}
      {mayWrite && <WriteStatement section={section} name={name} text={newest?.text} number={(newest?.number ?? 0) + 1} />}
      {earlier.length > 0 && (
        <details>
          <summary className="btn s">{t('earlier')}</summary>
          {earlier.map((version) => (
            <div key={version.id}>
              <WrittenBy statement={version} />
              <Words text={version.text} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

function Words({ text }: { text: string }) {
  return (
    <p className="read whitespace-pre-line" dir="auto">
      {text}
    </p>
  );
}

/** Whose words a version is, and each confirmation of it by party and day; who it was is in the desk's activity. */
async function WrittenBy({ statement }: { statement: StoredStatement }) {
  const { workspace, partyOf } = await loadDesk();
  const t = await getTranslations('transparency');
  const { number, writtenByParty, at, confirmations } = statement;
  const day = (of: Date) => () => <DateText at={of} show="day" timeZone={workspace.timeZone} />;
  const parties = [...new Set(confirmations.map(({ partyId }) => partyId))];
  return (
    <p className="muted">
      {t.rich('version', { number, party: partyOf(writtenByParty)?.name ?? '', day: day(at) })}.{' '}
      {parties.map((id) => {
        const last = confirmations.findLast(({ partyId }) => partyId === id);
        return <span key={id}>{t.rich('confirmed', { party: partyOf(id)?.name ?? '', day: day(last?.at ?? at) })} </span>;
      })}
    </p>
  );
}

/** What still keeps the newest version from standing, or until when what stands counts. */
async function Standing({ statement, newest }: { statement: ShownStatement; newest: StoredStatement }) {
  const { workspace, context } = await loadDesk();
  const t = await getTranslations('transparency');
  const { missing, standing, until } = statement;
  const day = () => until && <DateText at={until} show="day" timeZone={workspace.timeZone} />;
  return (
    <>
      {missing.length > 0 && (
        <p>
          {t('waits', { count: missing.length, parties: missing.join(', ') })}{' '}
          {standing !== undefined && standing.version !== newest && t('reads', { number: standing.version.number })}
        </p>
      )}
      {until !== undefined && missing.length === 0 && <p>{t.rich(until < context.now ? 'old' : 'until', { day })}</p>}
    </>
  );
}
