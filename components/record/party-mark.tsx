import { partyLook } from './party-look';
import type { PartyRef } from './vocabulary';

type Size = 'sm' | 'md' | 'lg';

/** Colour, letter and shape of a party. Hollow means not yet. Beside the party's name it is decoration; alone it needs a label. */
export function PartyMark({
  position,
  letter,
  size = 'md',
  hollow = false,
  label,
}: {
  position: number;
  letter: string;
  size?: Size;
  hollow?: boolean;
  label?: string;
}) {
  const { className, shape } = partyLook(position);
  const classes = ['pm', className, shape, size === 'md' ? '' : size, hollow ? 'hollow' : ''].filter(Boolean).join(' ');
  if (label === undefined) {
    return (
      <span className={classes} aria-hidden="true">
        {letter}
      </span>
    );
  }
  return (
    <span className={classes} role="img" aria-label={label} title={label}>
      <span aria-hidden="true">{letter}</span>
    </span>
  );
}

/** The marks of several parties, in the charter's order, read as their names. */
export function PartyMarks({
  parties,
  size = 'sm',
  label,
}: {
  parties: (PartyRef & { hollow?: boolean })[];
  size?: Size;
  label?: string;
}) {
  return (
    <span className="marks" role="img" aria-label={label ?? parties.map(({ name }) => name).join(', ')}>
      {parties.map(({ position, letter, hollow }) => (
        <PartyMark key={position} position={position} letter={letter} size={size} hollow={hollow} />
      ))}
    </span>
  );
}
