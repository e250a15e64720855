import { Check, CircleDashed, CircleMinus, Signpost } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PartyMark } from '@/components/record/party-mark';
import { Chip } from '@/components/ui/chip';
import { DateText } from '@/components/ui/date-text';
import { Icon } from '@/components/ui/icon';
import type { ListedClaim } from '@/db/queries/desk/claims-of-desk';
import type { DeskParty } from '@/db/queries/desk/desk-workspace';
import type { Stage } from '@/domain/claim/stage';
import { stageOrder } from './filter';

/** The claims by stage, after the mock: what each party has done stands in the party's own place. */
export async function ClaimsTable({
  claims,
  parties,
  timeZone,
}: {
  claims: ListedClaim[];
  parties: DeskParty[];
  timeZone: string;
}) {
  const t = await getTranslations('desk.claims');
  return (
    <div className="tbl-wrap">
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('claim')}</th>
            <th scope="col">{t('stage')}</th>
            <th scope="col">{t('parties')}</th>
            <th scope="col">{t('charter')}</th>
            <th scope="col">{t('changed')}</th>
          </tr>
        </thead>
        {stageOrder.map((stage) => {
          const group = claims.filter((claim) => claim.stage === stage);
          return group.length === 0 ? null : (
            <StageGroup key={stage} stage={stage} claims={group} parties={parties} timeZone={timeZone} />
          );
        })}
      </table>
    </div>
  );
}

async function StageGroup({
  stage,
  claims,
  parties,
  timeZone,
}: {
  stage: Stage;
  claims: ListedClaim[];
  parties: DeskParty[];
  timeZone: string;
}) {
  const states = await getTranslations('state');
  return (
    <tbody>
      <tr className="g">
        <th colSpan={5} scope="rowgroup">
          {states(stage)} <span>{claims.length}</span>
        </th>
      </tr>
      {claims.map((claim) => (
        <ClaimLine key={claim.id} claim={claim} parties={parties} timeZone={timeZone} />
      ))}
    </tbody>
  );
}

async function ClaimLine({ claim, parties, timeZone }: { claim: ListedClaim; parties: DeskParty[]; timeZone: string }) {
  const t = await getTranslations('desk.claims');
  const states = await getTranslations('state');
  const words = await getTranslations('record');
  const from = parties.find(({ id }) => id === claim.submittedByParty);
  return (
    <tr>
      <td className="t">
        <Link href={`/desk/claims/${claim.id}`} lang={claim.language}>
          <bdi>{claim.heading}</bdi>
        </Link>
        <span>
          {t('from', {
            number: claim.number,
            party: from?.name ?? '',
            topics: claim.topics.length === 0 ? 'none' : claim.topics.join(', '),
          })}
        </span>
      </td>
      <td>
        {claim.revision === undefined
          ? states(claim.stage)
          : words('stageOfRevision', { stage: states(claim.stage), revision: claim.revision })}
      </td>
      <td>
        {/* Nobody's signature is due on a closed claim. */}
        {claim.stage !== 'closed' && <PartyProgress claim={claim} parties={parties} />}
      </td>
      <td>
        {claim.clausesLeft !== undefined && (
          <Chip
            tone={claim.clausesLeft === 0 ? 'ok' : 'wait'}
            icon={<Icon as={claim.clausesLeft === 0 ? Check : CircleDashed} />}
          >
            {words('clausesLeft', { count: claim.clausesLeft })}
          </Chip>
        )}
      </td>
      <td className="num muted">
        <DateText at={claim.changedAt} timeZone={timeZone} />
      </td>
    </tr>
  );
}

/** Signed, dissented, abstained or accepted the question, party by party; hollow means not yet. */
async function PartyProgress({ claim, parties }: { claim: ListedClaim; parties: DeskParty[] }) {
  const t = await getTranslations('desk.claims.progress');
  const signs = claim.stage === 'signing' || claim.stage === 'published';
  const signing = parties.filter(({ standing }) => standing === 'signing');
  return (
    <span className="pa">
      {signing.map((party) => {
        const decision = claim.signOffs.findLast((signOff) => signOff.partyId === party.id)?.decision;
        const word = signs ? (decision ?? 'unsigned') : claim.acceptedBy.includes(party.id) ? 'accepted' : 'not-accepted';
        const icon = marks[word];
        return (
          <span key={party.id}>
            <PartyMark
              position={party.position}
              letter={party.letter}
              size="sm"
              hollow={icon === undefined}
              label={t(word, { party: party.name })}
            />
            {icon !== undefined && <Icon as={icon} className={word === 'dissent' ? 'wait' : 'ok'} />}
          </span>
        );
      })}
    </span>
  );
}

const marks = {
  approve: Check,
  'approve-with-statement': Check,
  dissent: Signpost,
  abstain: CircleMinus,
  unsigned: undefined,
  accepted: Check,
  'not-accepted': undefined,
};
