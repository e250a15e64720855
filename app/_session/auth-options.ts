import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { signIn } from '@/commands/membership/sign-in';
import { systemContext } from './context';

/** How long a session lasts without a sign-in. */
const sessionSeconds = 7 * 24 * 60 * 60;

/**
 * next-auth carries who signed in; whether the session still counts is a row that every request reads. Its token is `{sub, sid}` and nothing else: no name, no
 * e-mail, no role, so that a stolen or old cookie says nothing and decides nothing.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    CredentialsProvider({
      id: 'credentials',
      credentials: { email: {}, password: {} },
      async authorize(credentials, request) {
        const result = await signIn(await systemContext(), {
          email: credentials?.email,
          password: credentials?.password,
          from: addressOf(request.headers),
        });
        // The code travels in the sign-in page's address; it is the same for an unknown person and a wrong password.
        if (!result.ok) throw new Error(result.refusal.code);
        return { id: result.value.personId, sid: result.value.sid };
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      return user === undefined ? { sub: token.sub, sid: token.sid } : { sub: user.id, sid: user.sid };
    },
    session({ session, token }) {
      return { expires: session.expires, user: { id: token.sub ?? '' } };
    },
  },
};

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
