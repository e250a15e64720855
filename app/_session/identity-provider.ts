import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { freshForMs } from '@/domain/charter/check-signing';
import type { IdentityProvider } from '@/platform/identity-providers';

/** What is read of a provider's claims; a claim of another kind than it should be is as good as absent. */
const Claims = z.object({
  sub: z.string().catch(''),
  email: z.string().optional().catch(undefined),
  // Some providers write it as a word (OpenID Connect Core, section 5.1, has a boolean).
  email_verified: z.union([z.boolean(), z.literal('true').transform(() => true)]).catch(false),
  name: z.string().optional().catch(undefined),
  /** Seconds since 1970. */
  auth_time: z.number().int().nonnegative().max(8e9).optional().catch(undefined),
});

/**
 * One OpenID Connect provider for next-auth: code flow with PKCE, state and nonce, the ID token checked. It is asked that the person has proved who they are
 * within the time that a signature allows (C22), which also makes it say when that was (OpenID Connect Core, section 3.1.2.1).
 */
export function providerOf({ id, name, issuer, clientId, clientSecret }: IdentityProvider): OAuthConfig<Record<string, unknown>> {
  return {
    id,
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile', max_age: freshForMs / 1000 } },
    userinfo: {
      // An ID token need not hold the address. What it does hold counts: it is signed.
      async request({ tokens, client }) {
        const claims = payloadOf(tokens.id_token ?? '');
        const isWhole = claims.email !== undefined && claims.email_verified !== undefined;
        if (isWhole || tokens.access_token === undefined) return claims;
        const more = await client.userinfo(tokens.access_token);
        if (more.sub !== claims.sub) throw new Error('The provider spoke of two people.');
        return { ...more, ...claims };
      },
    },
    // Who it is here is decided by a command; next-auth wants an id.
    profile: (claims) => ({ id: Claims.parse(claims).sub || 'nobody', sid: '' }),
  };
}

/** The claims as the command takes them. */
export function saidBy({ issuer, emailDomains }: IdentityProvider, profile: unknown) {
  const { sub, email, email_verified, name, auth_time } = Claims.parse(profile ?? {});
  return {
    issuer,
    subject: sub,
    email,
    emailVerified: email_verified,
    name,
    authenticatedAt: auth_time === undefined ? undefined : new Date(auth_time * 1000),
    emailDomains,
  };
}

/** The claims of an ID token whose signature, audience and nonce openid-client has checked before it hands it on. */
function payloadOf(idToken: string): Record<string, unknown> {
  const payload: unknown = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return typeof payload === 'object' && payload !== null ? { ...payload } : {};
}
