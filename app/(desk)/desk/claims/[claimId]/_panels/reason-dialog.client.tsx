'use client';

import { type ReactNode, useId, useState } from 'react';
import type { FieldFaults } from '@/app/_send/refusal';
import { Dialog } from '@/components/ui/dialog.client';
import { TextAreaField } from '@/components/ui/text-field';
import { CommandForm, type FormState } from '../../../../_forms/command-form.client';
import { DialogButtons } from '../../../../_forms/dialog-buttons.client';

/** A question in a dialog that wants one text: a reason, a note, a justification. */
export function ReasonDialog({
  trigger,
  title,
  description,
  label,
  hint,
  submit,
  action,
  method,
  field,
  facts = {},
  initial,
  faults,
  focusAfter,
  children,
  onDone,
}: {
  trigger: ReactNode;
  title: string;
  description?: ReactNode;
  label: string;
  hint?: string;
  submit: string;
  action: string;
  method?: 'POST' | 'PUT';
  /** The name of the text in the command's input. */
  field: 'reason' | 'note' | 'text';
  /** What the command's input holds beside it. */
  facts?: Record<string, unknown>;
  initial?: string;
  /** Refusals that are about one field, with the sentence to stand beside it. */
  faults?: FieldFaults;
  /** The id of what gets the focus once it is done, where its trigger goes away. */
  focusAfter?: string;
  /** Further fields, before the text. */
  children?: (state: FormState) => ReactNode;
  onDone?: (answer: Record<string, unknown>) => void;
}) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isDone, setIsDone] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open);
        setIsDone(false);
      }}
      focusAfter={isDone ? focusAfter : undefined}
      trigger={trigger}
      title={title}
      description={description}
    >
      <CommandForm
        action={action}
        method={method}
        faults={faults}
        body={(values) => ({ ...values, [field]: values[field] ?? '', ...facts })}
        onDone={(answer) => {
          setIsDone(true);
          setIsOpen(false);
          onDone?.(answer);
        }}
      >
        {(state) => (
          <>
            {children?.(state)}
            <TextAreaField id={id} name={field} label={label} hint={hint} error={state.errorOf(field)} defaultValue={initial} />
            <DialogButtons send={submit} pending={state.pending} />
          </>
        )}
      </CommandForm>
    </Dialog>
  );
}
