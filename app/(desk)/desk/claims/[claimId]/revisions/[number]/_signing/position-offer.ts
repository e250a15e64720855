import { getLocale } from 'next-intl/server';
import type { DeskRevision } from '@/db/queries/desk/revision-of-desk';
import { lists } from '@/domain/charter/charter-text';
import { isLastRound, phaseAt } from '@/domain/claim/signing-clock';
import { loadDesk } from '../../../../../../_frame/load-desk';
import { loadSigner } from '../../../../../../_sign/load-signer';
import { subjectOf } from '../../../../../../_sign/subject-of';
import type { PositionProps } from './position-form.client';
import type { SigningState } from './signing-state';

/** What the form of a position needs to know of the revision, of its charter, and of how this person proves who they are. */
export async function positionOffer({
  revision,
  party,
  state: { approved, follows, hasHeld },
}: {
  revision: DeskRevision;
  party: { id: string; name: string };
  state: SigningState;
}): Promise<PositionProps> {
  const desk = await loadDesk();
  const { member, context } = desk;
  const { charter, number } = revision.charter;
  const { parameters } = charter;
  const { claimNumber, record } = revision;
  return {
    about: {
      revision: revision.id,
      party: party.id,
      member: member.personId,
      recordSha256: revision.sha256,
      charterSha256: revision.charter.sha256,
      correction: revision.correction,
    },
    subject: subjectOf(record, { claimNumber, number: revision.number, locale: await getLocale() }),
    facts: {
      party: party.name,
      number: revision.number,
      charterNumber: number,
      approved,
      follows,
      hours: {
        coolingOff: parameters.coolingOffHours,
        mediation: parameters.mediationHours,
        objection: parameters.objectionHours,
      },
    },
    rules: {
      phase: phaseAt(revision, context.now),
      signoffHours: parameters.signoffHours,
      wordLimit: parameters.dissentWords,
      isLastRound: isLastRound(revision.round, parameters),
      hasHeld,
      asksConflict: lists(charter, 'C19'),
      hasDeclaredConflict: revision.made.some((one) => one.personId === member.personId && one.hasConflict),
    },
    signer: await loadSigner(desk, parameters),
    citable: [
      ...record.sources.map((source) => ({ value: `E${source.number}`, label: `E${source.number} · ${source.title}` })),
      ...charter.clauses.map(({ id, title }) => ({ value: id, label: `${id} · ${title}` })),
    ],
  };
}
