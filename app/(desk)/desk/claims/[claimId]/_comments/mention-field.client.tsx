'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Field } from '@/components/ui/field';
import { mentionBegun, mentionOf } from '@/domain/discussion/mentions';
import { letters } from '@/domain/policies/borrowed-name';

export type Mentionable = { id: string; name: string };

const mostOffered = 6;

/**
 * Where a comment is written. After an `@` the people who may read it are offered: arrow keys choose, Enter or Tab takes, Escape leaves it. The focus stays in the
 * text, and a screen reader hears the name that the arrow is at.
 */
export function MentionField({
  id,
  label,
  hint,
  error,
  value,
  onChange,
  people,
  autoFocus = false,
}: {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  value: string;
  onChange: (value: string) => void;
  people: Mentionable[];
  autoFocus?: boolean;
}) {
  const t = useTranslations('discussion.mention');
  const field = useRef<HTMLTextAreaElement>(null);
  const [begun, setBegun] = useState<string>();
  const [at, setAt] = useState(0);
  const offered = begun === undefined ? [] : people.filter(({ name }) => startsAWord(name, begun)).slice(0, mostOffered);
  const chosen = offered[Math.min(at, offered.length - 1)];
  const list = `${id}-people`;

  function look(): void {
    const box = field.current;
    const isCaret = box !== null && box.selectionStart === box.selectionEnd;
    setBegun(isCaret ? mentionBegun(box.value.slice(0, box.selectionStart)) : undefined);
    setAt(0);
  }

  function take({ name }: Mentionable): void {
    const box = field.current;
    if (box === null || begun === undefined) return;
    const start = box.selectionStart - begun.length - 1;
    const said = `${mentionOf(name)} `;
    onChange(`${value.slice(0, start)}${said}${value.slice(box.selectionStart)}`);
    setBegun(undefined);
    const caret = start + said.length;
    // When the new text stands in the field.
    requestAnimationFrame(() => {
      box.focus();
      box.setSelectionRange(caret, caret);
    });
  }

  function press(event: KeyboardEvent): void {
    if (chosen === undefined) return;
    const doing = keys[event.key];
    if (doing === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (doing === 'take') take(chosen);
    else if (doing === 'leave') {
      // A dialog around it stays open.
      event.stopPropagation();
      setBegun(undefined);
    } else setAt((offered.indexOf(chosen) + doing + offered.length) % offered.length);
  }

  return (
    <div className="mentions">
      <Field id={id} label={label} hint={hint} error={error}>
        {(control) => (
          <textarea
            {...control}
            ref={field}
            className="inp area"
            rows={3}
            maxLength={2000}
            dir="auto"
            // biome-ignore lint/a11y/noAutofocus: it stands here because somebody pressed the button that asks for it.
            autoFocus={autoFocus}
            value={value}
            aria-autocomplete="list"
            aria-controls={chosen === undefined ? undefined : list}
            aria-activedescendant={chosen === undefined ? undefined : `${list}-${chosen.id}`}
            onChange={(event) => {
              onChange(event.target.value);
              look();
            }}
            onKeyDown={press}
            onSelect={look}
            onBlur={() => setBegun(undefined)}
          />
        )}
      </Field>
      {chosen !== undefined && (
        <div className="names" role="listbox" id={list} aria-label={t('people')} tabIndex={-1}>
          {offered.map((person) => (
            <div
              key={person.id}
              id={`${list}-${person.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={person === chosen}
              // Before the field would lose the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              <bdi>{person.name}</bdi>
            </div>
          ))}
        </div>
      )}
      <span className="vh" role="status">
        {chosen !== undefined && t('offered', { count: offered.length })}
      </span>
    </div>
  );
}

const keys: Record<string, 'take' | 'leave' | 1 | -1> = {
  Enter: 'take',
  Tab: 'take',
  Escape: 'leave',
  ArrowDown: 1,
  ArrowUp: -1,
};

/** Case, accents and spaces hide nothing: the name holds what was typed from the beginning of one of its words on. */
function startsAWord(name: string, typed: string): boolean {
  const wanted = letters(typed);
  const words = name.split(/\s+/u);
  return words.some((_word, index) => letters(words.slice(index).join(' ')).startsWith(wanted));
}
