import type { LucideIcon } from 'lucide-react';

/** A lucide icon at the size of the text beside it. Without a label it is decoration; `mirrored` turns arrows in right-to-left pages. */
export function Icon({
  as: Drawing,
  label,
  mirrored = false,
  className = '',
}: {
  as: LucideIcon;
  label?: string;
  mirrored?: boolean;
  className?: string;
}) {
  const classes = `i${mirrored ? ' mirrored' : ''} ${className}`.trimEnd();
  if (label === undefined) return <Drawing className={classes} strokeWidth={1.75} aria-hidden="true" />;
  return <Drawing className={classes} strokeWidth={1.75} role="img" aria-label={label} />;
}
