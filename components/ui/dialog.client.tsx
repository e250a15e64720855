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
  /** Whether it is there to be read, from its title on, before anything in it is filled in. */
  readFirst?: boolean;
  children: ReactNode;
  /** Buttons at the end; wrap one that only closes in `DialogClose`. */
  actions?: ReactNode;
};

/** A modal question. Focus goes in, stays in, and comes back. */
export function Dialog(props: DialogProps) {
  const { title, description, trigger, open, onOpenChange, focusAfter, readFirst = false, children, actions } = props;
  const t = useTranslations('common');
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger !== undefined && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className="dlg"
          tabIndex={-1}
          onOpenAutoFocus={(event) => focusWhatIsAsked(event, readFirst)}
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
function focusWhatIsAsked(event: Event, readFirst: boolean): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const field = readFirst ? null : event.currentTarget.querySelector<HTMLElement>('input, select, textarea');
  (field ?? event.currentTarget).focus();
}

/** Makes its one child close the dialog it stands in. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
