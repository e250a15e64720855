'use client';

import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useCommand } from './use-command.client';

/** A button that does one thing at once, with its refusal beside it. */
export function CommandButton({
  action,
  method,
  body = {},
  look,
  size,
  icon,
  onDone,
  children,
}: {
  action: string;
  method?: 'POST' | 'PUT';
  body?: unknown;
  look?: 'default' | 'primary' | 'quiet';
  size?: 'small' | 'medium' | 'big';
  icon?: ReactNode;
  onDone?: (answer: Record<string, unknown>) => void;
  children: ReactNode;
}) {
  const id = useId();
  const hydrated = useHydrated();
  const { send, pending, refusal } = useCommand(action, { method, onDone });
  return (
    <>
      <Button
        look={look}
        size={size}
        icon={icon}
        disabled={!hydrated}
        aria-disabled={pending || undefined}
        aria-describedby={refusal === undefined ? undefined : id}
        onClick={() => void send(body)}
      >
        {children}
      </Button>
      {refusal !== undefined && (
        <p className="err" role="alert" id={id}>
          {refusal.message}
        </p>
      )}
    </>
  );
}
