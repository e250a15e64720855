import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import type { DeskMadeSignOff, DeskRevision } from '@/db/queries/desk/revision-of-desk';
import type { ClockProps } from './clock-props';

/** Who has held the clock or the publication, and why: each party can do either once (C25, C31). */
export function ClockHolds({ revision, nameOf, timeZone }: ClockProps) {
  const t = useTranslations('life');
  const { objectionHours } = revision.charter.charter.parameters;
  const objections = objectionsThatHeld(revision);
  if (objections.length === 0 && revision.holds.length === 0) return null;
  return (
    <ul className="holds">
      {objections.map(({ id, partyId, ground, at, withdrawn }) => (
        <li key={id}>
          {t.rich('heldBy.objection', {
            party: nameOf(partyId),
            ground: ground === null ? '' : t(`ground.${ground}`),
            hours: objectionHours,
            date: () => <DateText at={at} timeZone={timeZone} />,
          })}{' '}
          {withdrawn !== null && t('heldBy.takenBack')}
        </li>
      ))}
      {revision.holds.map(({ partyId, hours, at, reason }) => (
        <li key={partyId}>
          {t.rich('heldBy.hold', {
            party: nameOf(partyId),
            hours,
            date: () => <DateText at={at} timeZone={timeZone} />,
          })}{' '}
          <bdi>{reason}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** The first objection of each party: it held the clock, whether or not it still stands. */
function objectionsThatHeld({ made, charter, signingEndsAt }: Pick<DeskRevision, 'made' | 'charter' | 'signingEndsAt'>) {
  if (signingEndsAt === null || charter.charter.parameters.objectionHours === 0) return [];
  const objections = made.filter(({ decision }) => decision === 'object');
  return objections.filter(
    ({ partyId }: DeskMadeSignOff, index) => objections.findIndex((other) => other.partyId === partyId) === index,
  );
}
