import { z } from 'zod';

/** A place where members sign in with OpenID Connect, as OIDC_<NAME>_… describe it. */
export type IdentityProvider = {
  /** In addresses: `oidc-northern-desk` for OIDC_NORTHERN_DESK_…. */
  id: string;
  /** As a button says it: `Northern desk`. */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Domains of the e-mail addresses that it may speak for; all, when there are none. */
  emailDomains: string[];
};

const variable = /^OIDC_([A-Z0-9]+(?:_[A-Z0-9]+)*?)_(ISSUER|CLIENT_ID|CLIENT_SECRET|EMAIL_DOMAINS)$/;
const needed = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'] as const;

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;
const Issuer = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !URL.canParse(url) || !/[?#]/.test(url), 'no query and no fragment')
  .refine(
    (url) => !URL.canParse(url) || new URL(url).protocol === 'https:' || loopback.test(new URL(url).hostname),
    'https, but for a provider on this machine',
  );
const Domain = z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'domains such as example.org, with commas between them');

/** The providers of an environment, in the order of their names, and everything that is wrong with their variables. */
export function identityProviders(source: Record<string, string | undefined>): {
  providers: IdentityProvider[];
  faults: string[];
} {
  const names = Object.keys(source).filter((name) => name.startsWith('OIDC_'));
  const faults = names.filter((name) => !variable.test(name)).map((name) => `${name}: not of the form OIDC_<NAME>_ISSUER`);
  const stems = [...new Set(names.flatMap((name) => variable.exec(name)?.[1] ?? []))].sort();
  const providers = stems.map((stem) => {
    const given = (part: string) => source[`OIDC_${stem}_${part}`] ?? '';
    const report = (part: string, { error }: { error?: z.ZodError }) =>
      faults.push(...(error?.issues ?? []).map(({ message }) => `OIDC_${stem}_${part}: ${message}`));
    for (const part of needed)
      if (given(part) === '') faults.push(`OIDC_${stem}_${part}: missing, and a provider needs ${needed.join(', ')}`);
    const emailDomains = given('EMAIL_DOMAINS')
      .split(',')
      .map((domain) => domain.trim().toLowerCase())
      .filter((domain) => domain !== '');
    if (given('ISSUER') !== '') report('ISSUER', Issuer.safeParse(given('ISSUER')));
    report('EMAIL_DOMAINS', z.array(Domain).safeParse(emailDomains));
    const words = stem.toLowerCase().replaceAll('_', ' ');
    return {
      id: `oidc-${stem.toLowerCase().replaceAll('_', '-')}`,
      name: words.charAt(0).toUpperCase() + words.slice(1),
      issuer: given('ISSUER'),
      clientId: given('CLIENT_ID'),
      clientSecret: given('CLIENT_SECRET'),
      emailDomains,
    };
  });
  return { providers, faults };
}
