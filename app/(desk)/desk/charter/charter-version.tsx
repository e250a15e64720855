import { getTranslations } from 'next-intl/server';
import { CharterChangesOf } from '@/components/charter/charter-changes';
import { ParameterSentence } from '@/components/charter/parameter-sentence';
import { PartyMark } from '@/components/record/party-mark';
import { Chip } from '@/components/ui/chip';
import { DateText } from '@/components/ui/date-text';
import { Digest } from '@/components/ui/digest';
import { Notice } from '@/components/ui/notice';
import type { DeskCharter } from '@/db/queries/desk/charters-of-desk';
import { clauses } from '@/domain/charter/clauses';
import type { CharterParameters } from '@/domain/charter/parameters';
import { loadDesk } from '../../_frame/load-desk';
import { CharterText } from './charter-text';
import { mayRatify } from './may-ratify';
import { RatifyForm } from './ratify-form.client';
import { WithdrawForm } from './withdraw-form.client';

/** One version: its digest and who ratified it, then its words, each clause with the numbers that it reads. */
export async function CharterVersion({ version }: { version: DeskCharter }) {
  const { workspace } = await loadDesk();
  const t = await getTranslations('desk.charter');
  const amendment = await getTranslations('amendment');
  const { charter, before } = version;
  const proposer = workspace.parties.find(({ id }) => id === version.proposedByParty)?.name;
  const state = version.isReplaced ? 'replaced' : version.state;
  return (
    <article className="narrow">
      <h2>
        {t('version', { number: version.number })} <Chip tone={state === 'in-force' ? 'ok' : 'wait'}>{t(`state.${state}`)}</Chip>
      </h2>
      <p className="muted">
        {version.inForceAt !== null
          ? t('inForce')
          : proposer === undefined
            ? t('proposed')
            : t('proposedBy', { party: proposer })}{' '}
        <DateText at={version.inForceAt ?? version.proposedAt} timeZone={workspace.timeZone} />
      </p>
      {version.state === 'notice' && version.effectiveAt !== null && (
        <Notice tone="wait">
          {amendment('inForceFrom')} <DateText at={version.effectiveAt} timeZone={workspace.timeZone} />
        </Notice>
      )}
      {version.endedReason !== null && <p>{amendment('ended', { reason: version.endedReason })}</p>}
      <p>
        <Digest value={version.sha256} form="full" algorithm="SHA-256" />{' '}
        <a href={`/desk/charter/${version.number}/charter.json`}>{t('bytes')}</a>
      </p>
      {state !== 'replaced' && <Ratifications version={version} />}
      {before !== undefined && <CharterChangesOf before={before} after={charter} id={`changes-${version.number}`} />}
      <CharterText
        charter={charter}
        heading="h3"
        below={(clause) => <Parameters clause={clause} parameters={charter.parameters} />}
      />
      <Ratify version={version} />
      {state === 'proposed' && before !== undefined && <Withdraw version={version} />}
    </article>
  );
}

async function Ratifications({ version }: { version: DeskCharter }) {
  const { workspace } = await loadDesk();
  const t = await getTranslations('desk.charter');
  return (
    <div className="box">
      <ul>
        {workspace.parties
          .filter(({ id }) => version.asked.includes(id))
          .map((party) => {
            const at = version.ratifications.find(({ partyId }) => partyId === party.id)?.at;
            return (
              <li key={party.id}>
                <PartyMark position={party.position} letter={party.letter} size="sm" hollow={at === undefined} />{' '}
                {t(at === undefined ? 'notRatified' : 'ratified', { party: party.name })}{' '}
                {at !== undefined && <DateText at={at} timeZone={workspace.timeZone} />}
              </li>
            );
          })}
      </ul>
    </div>
  );
}

/** Under the text, so that it is read first: the form with which a moderator ratifies it for a party that has not. It stays mounted, to say that it was done. */
async function Ratify({ version }: { version: DeskCharter }) {
  const may = mayRatify(version, await loadDesk());
  return may && <RatifyForm sha256={version.sha256} number={version.number} {...may} />;
}

/** For the party that proposed it, until everybody has ratified it. */
async function Withdraw({ version: { sha256, number, proposedByParty } }: { version: DeskCharter }) {
  const { member, abilities } = await loadDesk();
  if (!abilities['charter.propose'] || member.party?.id !== proposedByParty) return null;
  return <WithdrawForm sha256={sha256} number={number} />;
}

/** The parameters that a clause reads, with their values; a clause without any says so if no charter can change it. */
async function Parameters({ clause, parameters }: { clause: string; parameters: CharterParameters }) {
  const t = await getTranslations('desk.charter');
  const known = clauses.find(({ id }) => id === clause);
  if (known === undefined) return null;
  return (
    <ul className="muted">
      {known.fixed && known.parameters.length === 0 && <li>{t('fixed')}</li>}
      {known.parameters.map((name) => (
        <li key={name}>
          <ParameterSentence name={name} value={parameters[name]} />
        </li>
      ))}
    </ul>
  );
}
