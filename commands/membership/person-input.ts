import { z } from 'zod';
import { line } from '@/domain/text-input';

/** The shortest password that is taken, in characters, and the longest that is hashed. */
const passwordMinimum = 12;
const passwordLimit = 200;
/** RFC 5321, section 4.5.3.1.3: a path has 256 octets, two of them brackets. */
const emailLimit = 254;

/** An e-mail address as people are found by: trimmed and in lower case. */
export const EmailAddress = z
  .string()
  .transform((value) => value.trim().toLowerCase())
  .refine((value) => value.length <= emailLimit && z.email().safeParse(value).success, { message: 'not-an-email' });

/** A password that somebody chooses. Length is all that is asked for: rules about signs make passwords worse (NIST SP 800-63B, 5.1.1.2). */
export const NewPassword = z.string().superRefine((value, context) => {
  const length = [...value.normalize('NFC')].length;
  if (length < passwordMinimum)
    context.addIssue({ code: 'custom', message: 'too-short', params: { length, min: passwordMinimum } });
  if (length > passwordLimit) context.addIssue({ code: 'custom', message: 'too-long', params: { length, max: passwordLimit } });
});

/** A password that somebody proves who they are with: whatever it is, it is only compared. */
export const GivenPassword = z
  .string()
  .min(1)
  .max(passwordLimit * 2);

/** A person as the setup form describes them. */
export const NewPerson = z.strictObject({ name: line(120), email: EmailAddress, password: NewPassword });
