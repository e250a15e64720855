import { getTranslations } from 'next-intl/server';
import { Fingerprint } from '@/components/record/fingerprint';
import { Digest } from '@/components/ui/digest';
import { Notice } from '@/components/ui/notice';
import type { DeskRevision } from '@/db/queries/desk/revision-of-desk';
import { interestsOfSeat } from '@/db/queries/interests-of-desk';
import { barsToSigning } from '@/domain/charter/check-signing';
import { faultOfSigner, signingParties } from '@/domain/charter/consent';
import type { SigningParty } from '@/domain/charter/facts';
import type { ClauseFinding } from '@/domain/charter/finding';
import { isCoolingOff, isEndable, phaseAt } from '@/domain/claim/signing-clock';
import { DeclareInterests } from '../../../../../../_forms/declare-interests.client';
import { type Desk, loadDesk } from '../../../../../../_frame/load-desk';
import { Attesting } from '../_attesting/attesting';
import { Acts } from './acts';
import { Bars, Checks } from './checks';
import { checksBeforeSigning } from './checks-before-signing';
import { Clock } from './clock';
import { positionOffer } from './position-offer';
import { PositionSlot } from './position-slot.client';
import { Shares } from './shares';
import { SignOffs } from './sign-offs';
import { SignedNotice } from './signed-notice';
import { type SigningState, signingState } from './signing-state';
import { StateNotice } from './state-notice';

/** The order is fixed: the clock, the digest, checks, position, the sentence being signed, the button; then what else can be done, and what was said. */
export async function SigningSide({ revision }: { revision: DeskRevision }) {
  const desk = await loadDesk();
  const { member, abilities, context, workspace, partyOf } = desk;
  const t = await getTranslations('desk.signing');
  const life = await getTranslations('life');
  const { party } = member;
  const { now } = context;
  const { timeZone } = workspace;
  const state = signingState(revision, member, now);
  const { own, ofParty, waiting } = state;
  const isSigning = revision.state === 'signing';
  const isOver = isSigning && phaseAt(revision, now) === 'over';
  // Who has signed is told so; nothing is left to check or to choose.
  const maySign = abilities['revision.sign'] && !onlyWatches(revision, member);
  const mayTakePosition = maySign && isSigning && !isOver && own === undefined;
  const declared =
    mayTakePosition && party !== null ? await interestsOfSeat({ ...member, partyId: party.id }, context.db) : undefined;
  const checks = mayTakePosition ? checksBeforeSigning(revision, member, { now, declaredAt: declared?.at }) : [];
  const mustDeclare = checks.some(({ clause, met }) => clause === 'C19' && !met);
  // An old confirmation is mended on the spot; these this person cannot change.
  const bars = mayTakePosition && party !== null ? barsOf(revision, { personId: member.personId, party }) : [];
  const offer =
    mayTakePosition && party !== null && bars.length === 0 && !mustDeclare
      ? await positionOffer({ revision, party, state })
      : undefined;
  return (
    <aside className="act" id="signing" tabIndex={-1} aria-label={t('label')}>
      <div className="in">
        <Clock revision={revision} nameOf={(id) => partyOf(id)?.name ?? ''} now={now} timeZone={timeZone} />
        <h2>{t('digest', { number: revision.number })}</h2>
        <p>
          <Fingerprint sha256={revision.sha256} />
        </p>
        <p>
          <Digest value={revision.sha256} form="full" algorithm="SHA-256" />
        </p>
        <StateNotice revision={revision} />
        {isOpen(revision) && ofParty !== undefined && party !== null && (
          <SignedNotice
            revision={revision}
            signOff={own ?? ofParty}
            party={party.name}
            waiting={isSigning ? waiting : []}
            timeZone={timeZone}
          />
        )}
        {checks.length > 0 && <Checks checks={checks} />}
        {bars.length > 0 && <Bars bars={bars} />}
        {mustDeclare && bars.length === 0 && <DeclareInterests interests={declared?.interests ?? undefined} />}
        <PositionSlot offer={offer} state={revision.state} />
        {isOver && maySign && <Notice>{life('noMorePositions')}</Notice>}
        {isSigning && !maySign && <Notice>{t('moderatorsSign')}</Notice>}
        <Acts revision={revision} {...whatElse(revision, state, desk)} now={now} timeZone={timeZone} />
        <SignOffs revision={revision} />
        <Attesting revision={revision} />
        <Shares revision={revision} />
      </div>
    </aside>
  );
}

/** An observing party signs what a charter still asks of it (SPEC A11), and is not told at every other revision why it does not. */
function onlyWatches({ charter }: DeskRevision, { party }: Desk['member']): boolean {
  return party?.standing === 'observing' && signingParties(charter.charter).every(({ id }) => id !== party.id);
}

function isOpen({ state }: DeskRevision): boolean {
  return state === 'signing' || state === 'cooling-off';
}

/** What this member may do beside signing. What is due for publication is as good as published: the clock is only late. */
function whatElse(revision: DeskRevision, { own }: SigningState, { member, abilities, context }: Desk) {
  const { state, releasesAt, charter, holds, proposedByParty } = revision;
  const partyId = member.party?.id;
  const isCooling = isCoolingOff({ state, releasesAt }, context.now);
  const isSigning = state === 'signing';
  const isAsked = signingParties(charter.charter).some(({ id }) => id === partyId);
  const hasHeld = holds.some((hold) => hold.partyId === partyId);
  return {
    own: abilities['revision.sign'] && (isSigning || isCooling) && own?.partyId === partyId ? own : undefined,
    canHold: abilities['publication.hold'] && isCooling && isAsked && !hasHeld && charter.charter.parameters.safetyHoldHours > 0,
    canWithdraw: abilities['revision.withdraw'] && isEndable(revision, context.now) && partyId === proposedByParty,
  };
}

function barsOf(
  { proposedBy, authors, corrected, signOffs, charter }: DeskRevision,
  signer: { personId: string; party: SigningParty },
): ClauseFinding[] {
  const stranger = faultOfSigner(signingParties(charter.charter), signer.party);
  if (stranger !== undefined) return [stranger];
  return barsToSigning({ signer, proposedBy, authors, corrected, earlier: signOffs }, charter.charter.parameters);
}
