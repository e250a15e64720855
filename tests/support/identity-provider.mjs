import process from 'node:process';
import Provider from 'oidc-provider';

// A real OpenID Connect provider in a process of its own. Whoever signs in is who they type; a name that begins with "unverified" has no verified address.
const { issuer, redirectUri, clientId, clientSecret, emailDomain } = JSON.parse(process.argv[2]);

const provider = new Provider(issuer, {
  clients: [
    { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], grant_types: ['authorization_code'] },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  findAccount: (_context, accountId) => ({
    accountId,
    claims: () => ({
      sub: accountId,
      email: `${accountId}@${emailDomain}`,
      email_verified: !accountId.startsWith('unverified'),
      name: `Person ${accountId}`,
    }),
  }),
});

provider.listen(Number(new URL(issuer).port), '127.0.0.1', () => process.stdout.write('ready\n'));
