import type { ReactNode } from 'react';

/** A small fact beside a title. The tone never stands alone: pass an icon or a word that says the same. */
export function Chip({
  tone,
  icon,
  href,
  title,
  children,
}: {
  tone?: 'ok' | 'wait' | 'stop';
  icon?: ReactNode;
  href?: string;
  title?: string;
  children: ReactNode;
}) {
  const classes = tone === undefined ? 'chip' : `chip ${tone}`;
  if (href !== undefined) {
    return (
      <a className={classes} href={href} title={title}>
        {icon}
        {children}
      </a>
    );
  }
  return (
    <span className={classes} title={title}>
      {icon}
      {children}
    </span>
  );
}
