import { isPlainForm } from '@/app/_adapters/plain-form';
import { route } from '@/app/_adapters/route';
import { seePage } from '@/app/_adapters/see-page';
import { withdrawChallenge } from '@/commands/challenges/withdraw-challenge';

/** The challenger takes a challenge back: the link is the permission, so no session is asked for. */
export const POST = route(async ({ request, context, body }) => {
  const read = await body();
  if (!read.ok) return read;
  const { locale, ...input } =
    typeof read.value === 'object' && read.value !== null ? { locale: '', ...read.value } : { locale: '' };
  const withdrawn = await withdrawChallenge(context, input);
  const token =
    'token' in input && typeof input.token === 'string' && /^[0-9a-f]{64}$/.test(input.token) ? input.token : undefined;
  if (!isPlainForm(request) || token === undefined) return withdrawn;
  return seePage(`/challenges/${token}`, String(locale));
});
