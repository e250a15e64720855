import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { freePort } from '@/tests/support/free-port';

export type IdentityProvider = {
  /** What a Countersign is told of it, under the name of NORTH. */
  env: Record<string, string>;
  stop(): Promise<void>;
};

const client = { clientId: 'countersign', clientSecret: 'a secret between the two of them' };

/** Starts a provider that lets in whoever types a name, and waits until it listens. */
export async function startIdentityProvider({
  appUrl,
  emailDomain,
}: {
  appUrl: string;
  emailDomain: string;
}): Promise<IdentityProvider> {
  const issuer = `http://localhost:${await freePort()}`;
  const told = { issuer, ...client, redirectUri: `${appUrl}/api/auth/callback/oidc-north`, emailDomain };
  const child = spawn(process.execPath, ['tests/support/identity-provider.mjs', JSON.stringify(told)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // It goes on printing notices, and whoever stopped reading them would end it.
  await new Promise<void>((listens) => {
    child.stdout.on('data', (printed: Buffer) => printed.includes('ready') && listens());
  });
  const named = { OIDC_NORTH_CLIENT_ID: client.clientId, OIDC_NORTH_CLIENT_SECRET: client.clientSecret };
  return {
    env: { OIDC_NORTH_ISSUER: issuer, ...named },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Types a name into the provider's own page, and agrees if it asks whether the desk may know it. */
export async function signInThere(page: Page, login: string): Promise<void> {
  await page.locator('[name="login"]').fill(login);
  await page.locator('[name="password"]').fill('anything');
  await page.locator('[type="submit"]').click();
  const consent = page.getByRole('button', { name: 'Continue' });
  await consent.or(page.locator('main')).first().waitFor();
  if (await consent.isVisible()) await consent.click();
}
