import arabic from '@/messages/ar/mail.json';
import arabicRoles from '@/messages/ar/role.json';
import english from '@/messages/en/mail.json';
import englishRoles from '@/messages/en/role.json';
import french from '@/messages/fr/mail.json';
import frenchRoles from '@/messages/fr/role.json';
import { fallbackLocale, isLocale, type Locale } from '@/messages/locales';
import ukrainian from '@/messages/uk/mail.json';
import ukrainianRoles from '@/messages/uk/role.json';
import type { MailKind } from './mail-kinds';

/** The one place below the pages that prints sentences: a mail is read where no page of ours is. */
type Words = { mail: Record<MailKind, { subject: string; text: string }>; roles: Record<string, string> };
const words: Record<Locale, Words> = {
  en: { mail: english, roles: englishRoles },
  fr: { mail: french, roles: frenchRoles },
  uk: { mail: ukrainian, roles: ukrainianRoles },
  ar: { mail: arabic, roles: arabicRoles },
};

/** Subject and plain text of a mail in a language, with its facts in their places; a language without words gets English ones. */
export function mailWords(kind: MailKind, locale: string, facts: Record<string, string>): { subject: string; text: string } {
  const spoken = words[isLocale(locale) ? locale : fallbackLocale];
  const said = { ...facts, role: spoken.roles[facts.role ?? ''] ?? facts.role ?? '' };
  const { subject, text } = spoken.mail[kind];
  return { subject: filled(subject, said), text: `${filled(text, said)}\n` };
}

function filled(sentence: string, facts: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
}
