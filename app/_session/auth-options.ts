import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { enterByProvider } from '@/commands/membership/enter-by-provider';
import { signIn } from '@/commands/membership/sign-in';
import { sessionMs } from '@/commands/membership/start-session';
import type { Actor } from '@/domain/policies/actor';
import { browserFamily } from '@/platform/browser-family';
import { env } from '@/platform/env';
import { log } from '@/platform/log';
import { contextFor, systemContext } from './context';
import { providerOf, saidBy } from './identity-provider';

/**
 * next-auth carries who signed in; whether the session still counts is a row that every request reads. Its token is `{sub, sid}` and nothing else: no name, no
 * e-mail, no role, so that a stolen or old cookie says nothing and decides nothing. Made for one request, of this actor and browser: a provider's answer
 * is judged once, and what was decided is what the token says.
 */
export function authOptions(actor: Actor, userAgent: string | null): NextAuthOptions {
  const { APP_URL, OIDC } = env();
  const browser = browserFamily(userAgent);
  let entered: { personId: string; sid: string } | undefined;
  return {
    session: { strategy: 'jwt', maxAge: sessionMs / 1000 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        id: 'credentials',
        credentials: { email: {}, password: {}, code: {} },
        async authorize(credentials, request) {
          const result = await signIn(await systemContext(), {
            email: credentials?.email,
            password: credentials?.password,
            code: credentials?.code || undefined,
            from: addressOf(request.headers),
            browser,
          });
          // The code travels in the sign-in page's address; it is the same for an unknown person and a wrong password.
          if (!result.ok) throw new Error(result.refusal.code);
          return { id: result.value.personId, sid: result.value.sid };
        },
      }),
      ...OIDC.map(providerOf),
    ],
    callbacks: {
      async signIn({ account, profile }) {
        const provider = OIDC.find(({ id }) => id === account?.provider);
        if (provider === undefined) return account?.provider === 'credentials';
        const context = await contextFor(actor.kind === 'member' ? actor : { kind: 'system' });
        const result = await enterByProvider(context, { ...saidBy(provider, profile), browser }).catch(told);
        // next-auth would write what a fault says into an address.
        if (result === undefined) return `${APP_URL}/sign-in?error=fault`;
        if (!result.ok) return `${APP_URL}/sign-in/refused?why=${result.refusal.code}`;
        entered = result.value;
        return true;
      },
      jwt({ token, user }) {
        if (entered !== undefined) return { sub: entered.personId, sid: entered.sid };
        return user === undefined ? { sub: token.sub, sid: token.sid } : { sub: user.id, sid: user.sid };
      },
      session({ session, token }) {
        return { expires: session.expires, user: { id: token.sub ?? '' } };
      },
    },
    // What a provider answered may hold an address or a token, so a code and a fault are all that is kept of it.
    logger: {
      error: (code, metadata) => log().error({ code, error: faultIn(metadata) }, 'Signing in failed.'),
      warn: (code) => log().warn({ code }, 'Signing in'),
      debug: () => undefined,
    },
  };
}

function told(fault: unknown): undefined {
  log().error({ error: fault }, 'Entering by an identity provider failed.');
}

function faultIn(metadata: unknown): unknown {
  return typeof metadata === 'object' && metadata !== null && 'error' in metadata ? metadata.error : metadata;
}

/** The client's address as the server wrote it; whatever a client sends under this name is overwritten there. */
function addressOf(headers: Record<string, unknown> | undefined): string {
  const address = headers?.['x-countersign-peer'];
  return typeof address === 'string' ? address : 'unknown';
}

declare module 'next-auth' {
  interface User {
    id: string;
    sid: string;
  }
  interface Session {
    user: { id: string };
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string;
  }
}
