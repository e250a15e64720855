import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

type Look = {
  /** One primary button per view. */
  look?: 'default' | 'primary' | 'quiet';
  size?: 'small' | 'medium' | 'big';
  icon?: ReactNode;
};

const looks = { default: '', primary: ' pri', quiet: ' quiet' };
const sizes = { small: ' s', medium: '', big: ' big' };

function classesOf({ look = 'default', size = 'medium' }: Look, more = ''): string {
  return `btn${looks[look]}${sizes[size]} ${more}`.trimEnd();
}

/** A button. Give `aria-disabled` with an `aria-describedby` that says why, rather than `disabled`, which nobody can ask. */
export function Button({ look, size, icon, className, children, type = 'button', ...rest }: Look & ComponentProps<'button'>) {
  return (
    <button type={type} className={classesOf({ look, size }, className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, where a button does something. */
export function ButtonLink({ look, size, icon, className, children, ...rest }: Look & ComponentProps<typeof Link>) {
  return (
    <Link className={classesOf({ look, size }, className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
