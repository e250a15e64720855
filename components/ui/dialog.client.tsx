'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon } from './icon';

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it. Leave it out when `open` is controlled from elsewhere. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The id of what gets the focus when it closes, where the button that opened it goes away with what was done. */
  focusAfter?: string | undefined;
  children: ReactNode;
  /** Buttons at the end; wrap one that only closes in `DialogClose`. */
  actions?: ReactNode;
};

/** A modal question. Focus goes in, stays in, and comes back. */
export function Dialog({ title, description, trigger, open, onOpenChange, focusAfter, children, actions }: DialogProps) {
  const t = useTranslations('common');
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger !== undefined && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className="dlg"
          tabIndex={-1}
          onOpenAutoFocus={focusWhatIsAsked}
          onCloseAutoFocus={(event) => {
            const next = focusAfter === undefined ? null : document.getElementById(focusAfter);
            if (next === null) return;
            event.preventDefault();
            next.focus();
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <div className="hd">
            <Radix.Title>{title}</Radix.Title>
            <Radix.Close className="btn quiet s" aria-label={t('close')}>
              <Icon as={X} />
            </Radix.Close>
          </div>
          {description !== undefined && <Radix.Description>{description}</Radix.Description>}
          {children}
          {actions !== undefined && <div className="acts">{actions}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A question is answered in its first field; without one it is read from its title on. Closing is never the first thing that is offered. */
function focusWhatIsAsked(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const field = event.currentTarget.querySelector<HTMLElement>('input, select, textarea');
  (field ?? event.currentTarget).focus();
}

/** Makes its one child close the dialog it stands in. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
