'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { issueOf } from '@/app/_send/refusal';
import { saysName } from '@/domain/discussion/mentions';
import { useCommand } from '../../../../_forms/use-command.client';
import type { Mentionable } from './mention-field.client';

/** What a comment or an answer needs: its words, whom they mention, and what is wrong with them. */
export function useCommentForm(action: string, people: Mentionable[], onDone: (answer: Record<string, unknown>) => void) {
  const words = useTranslations('fields');
  const [body, setBody] = useState('');
  const { send, pending, refusal } = useCommand(action, {
    onDone: (answer) => {
      setBody('');
      onDone(answer);
    },
  });
  const issue = issueOf(refusal, 'body');
  return {
    body,
    setBody,
    pending,
    /** What stands beside the words. */
    error: issue === undefined ? undefined : words.has(issue.code) ? words(issue.code, issue.facts) : words('invalid'),
    /** What is wrong with all of it. */
    trouble: issue === undefined ? refusal?.message : undefined,
    /** A name that was typed by hand, in full, mentions just as one that was chosen. */
    submit: (rest: object = {}) =>
      send({ ...rest, body, mentions: people.filter(({ name }) => saysName(body, name)).map(({ id }) => id) }),
  };
}
