import { z } from 'zod';
import type { InputRefusal } from '@/commands/parse-input';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { env } from '@/platform/env';

/**
 * What of next-auth is used, by method. Everything else it has an answer for is not there: its own sign-out forgets the cookie and leaves the session
 * alive, and its pages are not ours.
 */
const used: Record<string, readonly string[]> = {
  GET: ['csrf', 'providers', 'session', 'signin', 'error'],
  POST: ['callback/credentials'],
};

const Fields = z.record(z.string(), z.string());

export type AuthCall = { fields: Record<string, string> | undefined };
export type AuthCallRefusal = InputRefusal | Refusal<'not-found'> | Refusal<'body-not-json'>;

/** A call that next-auth can answer without a fault, or what is wrong with it. It puts addresses and error codes into headers as they come, and fails there. */
export function authCallOf(call: {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}): Result<AuthCall, AuthCallRefusal> {
  if (![...(used[call.method] ?? []), ...usedOfProviders(call.method)].includes(call.path)) return refuse({ code: 'not-found' });
  // next-auth hands the query on to the provider, where it could change what is asked for; of all that, one thing is ours to ask.
  if (call.path.startsWith('signin/') && ![...call.query].every(([name, value]) => name === 'prompt' && value === 'login'))
    return invalid('prompt');
  const fields = call.body === undefined ? undefined : Fields.safeParse(call.body);
  if (fields?.success === false) return refuse({ code: 'body-not-json' });
  const addresses = [...call.query.getAll('callbackUrl'), fields?.data.callbackUrl];
  if (!addresses.every((address) => address === undefined || isOurs(address))) return invalid('callbackUrl');
  if (!call.query.getAll('error').every((code) => /^[A-Za-z_-]{0,60}$/.test(code))) return invalid('error');
  return ok({ fields: fields?.data });
}

/** The way to an identity provider and back, for those that are configured. */
function usedOfProviders(method: string): string[] {
  const step = { POST: 'signin', GET: 'callback' }[method];
  return step === undefined ? [] : env().OIDC.map(({ id }) => `${step}/${id}`);
}

/**
 * The cookie in which next-auth keeps an address, when it is none: it would answer every call with a fault for as long as the browser has it. The address of
 * another site is next-auth's to ignore; every server on localhost shares one such cookie.
 */
export function brokenCookie(cookies: { name: string; value: string }[]): string | undefined {
  return cookies.find(({ name, value }) => name.endsWith('next-auth.callback-url') && value !== '' && !isWebAddress(value))?.name;
}

function isWebAddress(value: string): boolean {
  return value.startsWith('/') ? URL.canParse(value, env().APP_URL) : /^https?:/i.test(value) && URL.canParse(value);
}

function invalid(field: string): Result<never, InputRefusal> {
  return refuse({ code: 'invalid-input', issues: [{ field, code: 'invalid' }] });
}

/** An address of this site in letters that a header can hold; an absent one is empty. */
function isOurs(address: string): boolean {
  const base = env().APP_URL;
  if (address === '') return true;
  return /^(?:\/|https?:)[\x21-\x7e]*$/.test(address) && URL.canParse(address, base) && new URL(address, base).origin === base;
}
