'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Where the browser keeps that a person wants no keys of one letter: whoever speaks to a machine would press them with every word (WCAG 2.1.4). */
const storageKey = 'countersign.single-keys';

export type ListKeys = {
  isHelpOpen: boolean;
  setHelpOpen: (isOpen: boolean) => void;
  isOn: boolean;
  setOn: (isOn: boolean) => void;
};

/**
 * The keys of the list. The row in hand is the one whose link has the focus, so that Enter opens it by itself and every reader says where it is. Keys are
 * left alone in fields and dialogs.
 */
export function useListKeys({
  table,
  canMark,
  onMark,
  onClear,
}: {
  table: RefObject<HTMLTableElement | null>;
  canMark: boolean;
  onMark: (claimId: string) => void;
  onClear: () => void;
}): ListKeys {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isOn, setIsOn] = useState(true);
  useEffect(() => setIsOn(localStorage.getItem(storageKey) !== 'off'), []);
  const setOn = useCallback((on: boolean) => {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
    setIsOn(on);
  }, []);

  const act = useRef((_: KeyboardEvent): void => undefined);
  act.current = (event) => {
    const { target, key } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    if (isTypedInto(target) || document.querySelector('[role="dialog"]') !== null) return;
    const row = target.closest<HTMLElement>('tr[data-claim]');
    const inRow = row !== null && table.current?.contains(row) === true;
    const command = commands[key];
    if (command === undefined || (command.isSingle && !isOn) || (command.needsRow && !inRow)) return;
    const done = {
      next: () => move(table.current, 1),
      previous: () => move(table.current, -1),
      mark: () => canMark && row?.dataset.claim !== undefined && target.tagName === 'A' && onMark(row.dataset.claim),
      search: () => document.querySelector<HTMLInputElement>('#find-claim')?.focus(),
      help: () => setHelpOpen(true),
      clear: onClear,
    }[command.does]();
    if (done !== false) event.preventDefault();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => act.current(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return { isHelpOpen, setHelpOpen, isOn, setOn };
}

type Command = { does: 'next' | 'previous' | 'mark' | 'search' | 'help' | 'clear'; isSingle: boolean; needsRow: boolean };

const commands: Record<string, Command | undefined> = {
  j: { does: 'next', isSingle: true, needsRow: false },
  k: { does: 'previous', isSingle: true, needsRow: false },
  ArrowDown: { does: 'next', isSingle: false, needsRow: true },
  ArrowUp: { does: 'previous', isSingle: false, needsRow: true },
  ' ': { does: 'mark', isSingle: false, needsRow: true },
  Escape: { does: 'clear', isSingle: false, needsRow: false },
  '/': { does: 'search', isSingle: true, needsRow: false },
  '?': { does: 'help', isSingle: true, needsRow: false },
};

/** The link of the next row gets the focus, or that of the first one when none has it. At an end it stays. */
function move(table: HTMLTableElement | null, by: 1 | -1): void {
  const links = [...(table?.querySelectorAll<HTMLElement>('tr[data-claim] td.t a') ?? [])];
  const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
  const to = links[at === -1 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)];
  to?.focus();
  to?.scrollIntoView({ block: 'nearest' });
}

function isTypedInto(target: HTMLElement): boolean {
  if (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}
