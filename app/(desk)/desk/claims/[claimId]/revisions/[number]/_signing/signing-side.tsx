import { Check, CircleDashed } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { Button } from '@/components/ui/button';
import { Digest } from '@/components/ui/digest';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { type AccountSecurity, accountSecurity } from '@/db/queries/account-security';
import type { DeskRevision } from '@/db/queries/desk/revision-of-desk';
import { interestsOfSeat } from '@/db/queries/interests-of-desk';
import { passkeysOfPerson } from '@/db/queries/passkeys-of-person';
import { lists } from '@/domain/charter/charter-text';
import { barsToSigning } from '@/domain/charter/check-signing';
import type { ClauseFinding } from '@/domain/charter/finding';
import { DeclareInterests } from '../../../../../../_forms/declare-interests.client';
import { loadDesk } from '../../../../../../_frame/load-desk';
import { FindingTitle } from '../../../../../../_words/finding-title';
import { useFindingWords } from '../../../../../../_words/use-finding-words';
import { ReasonDialog } from '../../../_panels/reason-dialog.client';
import { checksBeforeSigning } from './checks-before-signing';
import { PositionForm } from './position-form.client';
import { Shares } from './shares';
import type { ConfirmBy } from './sign-dialog.client';
import { SignOffs } from './sign-offs';
import { SignedNotice } from './signed-notice';
import { signingState } from './signing-state';

/** The order is fixed: digest, checks, position, the sentence being signed, the button. */
export async function SigningSide({ revision }: { revision: DeskRevision }) {
  const { member, abilities, context, workspace } = await loadDesk();
  const t = await getTranslations('desk.signing');
  const { party } = member;
  const isOpen = revision.state === 'signing';
  const { own, ofParty, approved, waiting, publishes } = signingState(revision, member);
  // Who has signed is told so; nothing is left to check or to choose.
  const mayTakePosition = abilities['revision.sign'] && isOpen && own === undefined;
  const declared =
    mayTakePosition && party !== null ? await interestsOfSeat({ ...member, partyId: party.id }, context.db) : undefined;
  const checks = mayTakePosition ? checksBeforeSigning(revision, member, { now: context.now, declaredAt: declared?.at }) : [];
  const mustDeclare = checks.some(({ clause, met }) => clause === 'C19' && !met);
  // An old confirmation is mended on the spot; these this person cannot change.
  const bars = mayTakePosition ? barsOf(revision, member) : [];
  const security = await accountSecurity(member, context.db);
  const keys = await passkeysOfPerson(member, context.db);
  const canWithdraw = isOpen && abilities['revision.withdraw'] && party?.id === revision.proposedByParty;
  return (
    <aside className="act" id="signing" tabIndex={-1} aria-label={t('label')}>
      <div className="in">
        <h2>{t('digest', { number: revision.number })}</h2>
        <p>
          <Digest value={revision.sha256} form="full" algorithm="SHA-256" />
        </p>
        <StateNotice revision={revision} />
        {isOpen && ofParty !== undefined && party !== null && (
          <SignedNotice
            revision={revision}
            signOff={own ?? ofParty}
            party={party.name}
            waiting={waiting}
            timeZone={workspace.timeZone}
          />
        )}
        {checks.length > 0 && <Checks checks={checks} />}
        {bars.length > 0 && <Bars bars={bars} />}
        {mustDeclare && bars.length === 0 && <DeclareInterests interests={declared?.interests ?? undefined} />}
        {mayTakePosition && party !== null && bars.length === 0 && !mustDeclare && (
          <PositionForm
            about={{
              revision: revision.id,
              party: party.id,
              member: member.personId,
              recordSha256: revision.sha256,
              charterSha256: revision.charter.sha256,
            }}
            facts={{
              party: party.name,
              number: revision.number,
              charterNumber: revision.charter.number,
              approved,
              publishes,
            }}
            asksConflict={lists(revision.charter.charter, 'C19')}
            isConfirmed={checks.every(({ met }) => met)}
            confirmBy={confirmBy(security)}
            means={{
              credentialIds: keys.map(({ credentialId }) => credentialId),
              hasCode: security.secondFactor !== undefined,
              weakest: revision.charter.charter.parameters.weakestProof,
            }}
            citable={[
              ...revision.record.sources.map(({ number, title }) => ({ value: `E${number}`, label: `E${number} · ${title}` })),
              ...revision.charter.charter.clauses.map(({ id, title }) => ({ value: id, label: `${id} · ${title}` })),
            ]}
          />
        )}
        {isOpen && !abilities['revision.sign'] && <Notice>{t('moderatorsSign')}</Notice>}
        <SignOffs revision={revision} />
        <Shares revision={revision} />
        {canWithdraw && (
          <div className="acts">
            <ReasonDialog
              trigger={<Button>{t('withdraw')}</Button>}
              title={t('withdraw')}
              description={t('withdrawText')}
              label={t('reason')}
              hint={t('withdrawHint')}
              submit={t('withdrawSubmit')}
              action={`/api/v1/revisions/${revision.id}/withdrawal`}
              field="reason"
            />
          </div>
        )}
      </div>
    </aside>
  );
}

/** Who has no password proves it at their identity provider (SPEC M27). */
function confirmBy({ hasPassword, secondFactor }: AccountSecurity): ConfirmBy {
  if (!hasPassword) return 'provider';
  return secondFactor === undefined ? 'password' : 'password-and-code';
}

function barsOf({ proposedBy, authors, signOffs, charter }: DeskRevision, signer: { personId: string }): ClauseFinding[] {
  return barsToSigning({ signer, proposedBy, authors, earlier: signOffs }, charter.charter.parameters);
}

/** Why this person cannot sign, and who can (SPEC H6). */
function Bars({ bars }: { bars: ClauseFinding[] }) {
  const t = useTranslations('desk.signing');
  const words = useFindingWords();
  return (
    <Notice tone="wait" title={t('cannotSign')}>
      {bars.map((bar) => {
        const { title, todo } = words(bar);
        return (
          <Fragment key={bar.code}>
            <p>{title}</p>
            <p>{todo}</p>
          </Fragment>
        );
      })}
    </Notice>
  );
}

async function Checks({ checks }: { checks: ClauseFinding[] }) {
  const t = await getTranslations('desk.signing');
  const record = await getTranslations('record');
  return (
    <>
      <h2>
        {t('before')} <span>{t('metOf', { met: checks.filter(({ met }) => met).length, total: checks.length })}</span>
      </h2>
      <ul className="ckl">
        {checks.map((finding) => (
          <li key={finding.clause}>
            <Icon as={finding.met ? Check : CircleDashed} className={finding.met ? 'ok' : 'wait'} />
            <span>
              <VisuallyHidden>{record(finding.met ? 'clauseMet' : 'clauseUnmet')} </VisuallyHidden>
              <FindingTitle finding={finding} />
            </span>
            <Link className="id" href={`/desk/charter#${finding.clause}`}>
              {finding.clause}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What became of a revision that nobody can sign any more. */
async function StateNotice({ revision }: { revision: DeskRevision }) {
  const { partyOf } = await loadDesk();
  const t = await getTranslations('desk.signing');
  if (revision.state === 'withdrawn') {
    return (
      <Notice tone="wait" title={t('returned', { party: partyOf(revision.endedByParty)?.name ?? '' })}>
        <bdi>{revision.endedReason}</bdi> <Link href={`/desk/claims/${revision.claimId}`}>{t('toRecord')}</Link>
      </Notice>
    );
  }
  if (revision.state === 'published' || revision.state === 'superseded') {
    return (
      <Notice tone="ok" title={t('published')}>
        {revision.slug !== null && <Link href={`/verdicts/${revision.slug}`}>{t('toVerdict')}</Link>}
      </Notice>
    );
  }
  return null;
}
