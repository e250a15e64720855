import { z } from 'zod';
import { letters } from '@/domain/policies/borrowed-name';
import { LanguageTag } from '@/domain/record/shape';
import { line, text } from '@/domain/text-input';
import { NewPerson } from './person-input';

/** An IANA name: a word, with further words behind slashes. Intl knows which ones there are; it would take "+01:00" too, which names no place. */
const TimeZone = z
  .string()
  .refine((name) => name.length <= 64 && /^[A-Za-z_]+(?:[/+-][A-Za-z0-9_]+)*$/.test(name) && isKnownTimeZone(name));

const Party = z.strictObject({
  name: line(120),
  /** In the party's mark. */
  letter: text(1)
    .refine((letter) => /^\p{L}$/u.test(letter))
    .transform(capital),
  standing: z.enum(['signing', 'observing']),
  /** Left out, the steward invites one by a link, so that nobody hands a password over. */
  moderator: NewPerson.optional(),
});

export const SetUpInput = z.strictObject({
  token: z.string().max(200),
  workspace: z.strictObject({
    name: line(120),
    slug: z
      .string()
      .max(60)
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    timeZone: TimeZone,
    mainLanguage: LanguageTag,
    contact: text(300),
  }),
  steward: NewPerson,
  parties: z
    .array(Party)
    .min(1)
    .max(12)
    .superRefine((parties, context) => {
      for (const field of ['name', 'letter'] as const) {
        // Two parties that read alike are one to a reader (SPEC A8).
        const values = parties.map((party) => letters(party[field]));
        const twice = values.findIndex((value, index) => values.indexOf(value) !== index);
        if (twice !== -1) context.addIssue({ code: 'custom', message: 'not-unique', path: [twice, field] });
      }
    }),
});
export type SetUp = z.output<typeof SetUpInput>;

/** Some letters have no single capital: ß would become two. */
function capital(letter: string): string {
  const upper = letter.toUpperCase();
  return [...upper].length === 1 ? upper : letter;
}

function isKnownTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
