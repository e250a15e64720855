import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { frameWords, layoutWords, type PageWords, pageWords } from './page-words';

/** The sentences for the scripts of everything below, in the reader's language: those of the layout, of a page by its name, or of the whole desk. */
export async function DeskWords({ of, children }: { of: 'layout' | PageWords | undefined; children: ReactNode }) {
  const messages = await getMessages();
  const chosen = of === undefined ? forTheDesk(messages) : only(messages, of === 'layout' ? layoutWords : pathsOf(of));
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>;
}

function pathsOf(page: PageWords): readonly string[] {
  return [...frameWords, ...pageWords[page]];
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
