import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** What the scripts of a page say, as paths in the messages. What is sent with each page counts, so a list does not carry the words of the editor. */
const pages = {
  list: [
    'brand',
    'list',
    'desk.claims',
    'desk.form',
    'desk.nav',
    'desk.fault',
    'desk.notFound',
    'common',
    'fields',
    'layout',
    'record',
    'state',
  ],
} as const;
export type PageWords = keyof typeof pages;

/** The sentences for everything below, in the reader's language. */
export async function DeskWords({ of, children }: { of: PageWords | undefined; children: ReactNode }) {
  const messages = await getMessages();
  const chosen = of === undefined ? forTheDesk(messages) : only(messages, pages[of]);
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>;
}

/** Public pages and the account have sentences of their own that no page of the desk says. */
function forTheDesk({ public: _public, account: _account, ...messages }: AbstractIntlMessages): AbstractIntlMessages {
  return messages;
}

function only(messages: AbstractIntlMessages, paths: readonly string[]): AbstractIntlMessages {
  const chosen: AbstractIntlMessages = {};
  for (const path of paths) {
    const [namespace = '', part] = path.split('.');
    const whole = messages[namespace];
    if (whole === undefined) continue;
    if (part === undefined || typeof whole === 'string') chosen[namespace] = whole;
    else chosen[namespace] = { ...asBranch(chosen[namespace]), [part]: whole[part] ?? {} };
  }
  return chosen;
}

function asBranch(messages: AbstractIntlMessages[string] | undefined): AbstractIntlMessages {
  return typeof messages === 'object' ? messages : {};
}
