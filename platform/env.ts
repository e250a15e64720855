import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { fallbackLocale, isLocale, locales } from '@/messages/locales';
import { type CollabLimits, collabLimits, limitVariable } from './collab-limits';
import { type IdentityProvider, identityProviders } from './identity-providers';
import { processSlot } from './process-slot';
import type { S3Settings } from './s3-store';

/**
 * The only reader of the environment. Every fault is reported at once, so that an operator does not repair one line,
 * restart, and meet the next.
 */

const loopbackHosts = new Set(['127.0.0.1', '::1', 'localhost']);

/** Made before the database's first byte and removed when it opens: a data folder that still has it holds nothing. */
export const unfinishedMark = 'pglite.unfinished';

const integer = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** One variable for each bound of live editing. A bound of zero would let nobody do anything. */
const limitVariables = z.object(
  Object.fromEntries(
    Object.entries(collabLimits).map(([name, value]) => [limitVariable(name), integer(1, 2 ** 31 - 1).default(value)]),
  ),
);

const variables = z.object({
  PORT: integer(1, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  APP_URL: z
    .url({ protocol: /^https?$/ })
    .refine(
      (url) => !URL.canParse(url) || new URL(url).href === `${new URL(url).origin}/`,
      'an origin only: no path, query or user',
    )
    .transform((url) => new URL(url).origin)
    .optional(),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((path) => resolve(path)),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().max(320).refine(isSender, 'an address such as desk@example.org, or Name <desk@example.org>').optional(),
  DEFAULT_LOCALE: z
    .string()
    .refine(isLocale, `one of ${Object.keys(locales).join(', ')}`)
    .default(fallbackLocale),
  AUTH_SECRET: z.string().min(32).optional(),
  DEMO: z
    .enum(['0', '1'])
    .transform((value) => value === '1')
    .optional(),
  // A row holds the length as a 32-bit number.
  UPLOAD_BYTES: integer(1, 2 ** 31 - 1).default(50 * 1024 * 1024),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket')
    .optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SIGN_IN_ATTEMPTS: integer(1, 1000).default(10),
  /** Challenges that one address may send in a quarter of an hour. */
  CHALLENGES_PER_ADDRESS: integer(1, 1000).default(5),
  TRUSTED_PROXY_HOPS: integer(0, 10).default(0),
});

export type Env = Omit<z.output<typeof variables>, 'APP_URL' | 'DEMO' | S3Variable> & {
  /** The public origin, without a final slash. */
  APP_URL: string;
  /** Whether it is for people at this machine alone: it listens on loopback, and its address is no other. */
  LOCAL: boolean;
  /** Whether a new deployment loads the demo world. Once a database exists, the flag stored in it decides. */
  DEMO: boolean;
  /** The bounds of live editing. */
  COLLAB: CollabLimits;
  /** The bucket that holds files; without one they are in DATA_DIR/objects. */
  S3: S3Settings | undefined;
  /** Where members may sign in besides here. */
  OIDC: IdentityProvider[];
};

type S3Variable = Extract<keyof z.output<typeof variables>, `S3_${string}`>;

export const variableNames: readonly string[] = [...Object.keys(variables.shape), ...Object.keys(limitVariables.shape)];

/** Throws one error that names every fault. `dataDirIsNew` is asked at most once, with the absolute path. */
export function readEnv(source: Record<string, string | undefined>, dataDirIsNew: (path: string) => boolean = isNew): Env {
  const parsed = variables.safeParse(withoutEmpty(source));
  const limits = limitVariables.safeParse(withoutEmpty(source));
  const { providers, faults } = identityProviders(withoutEmpty(source));
  if (!parsed.success || !limits.success || faults.length > 0)
    throw new EnvironmentError([
      ...[...(parsed.error?.issues ?? []), ...(limits.error?.issues ?? [])].map(
        (issue) => `${issue.path.join('.')}: ${issue.message}`,
      ),
      ...faults,
    ]);
  const { APP_URL, DEMO, S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, ...rest } = parsed.data;
  const origin = APP_URL ?? `http://localhost:${rest.PORT}`;
  const local = loopbackHosts.has(rest.HOST) && loopbackHosts.has(new URL(origin).hostname.replace(/^\[|\]$/g, ''));
  if (DEMO === true) refuseOutwardDemo({ HOST: rest.HOST, APP_URL: origin, LOCAL: local });
  if (rest.REDIS_URL !== undefined && rest.DATABASE_URL === undefined)
    throw new EnvironmentError(['REDIS_URL: several processes need DATABASE_URL; PGlite has one']);
  if (rest.SMTP_URL !== undefined && rest.MAIL_FROM === undefined)
    throw new EnvironmentError(['MAIL_FROM: mails that SMTP_URL sends need a sender']);
  return {
    ...rest,
    S3: bucketOf({ S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }),
    APP_URL: origin,
    LOCAL: local,
    COLLAB: namedLimits(limits.data),
    OIDC: providers,
    DEMO: DEMO ?? (local && rest.DATABASE_URL === undefined && dataDirIsNew(rest.DATA_DIR)),
  };
}

/** The demo prints its passwords, so that whoever can reach it could sign for every party. */
export function refuseOutwardDemo({ HOST, APP_URL, LOCAL }: Pick<Env, 'HOST' | 'APP_URL' | 'LOCAL'>): void {
  if (LOCAL) return;
  throw new EnvironmentError([
    `DEMO: the demonstration prints its passwords, so HOST and APP_URL must be loopback, not ${HOST} and ${APP_URL}`,
  ]);
}

export class EnvironmentError extends Error {
  readonly faults: string[];

  constructor(faults: string[]) {
    super(`The environment is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'EnvironmentError';
    this.faults = faults;
  }
}

/** Read once per process: Next's bundles and the server are two module graphs, and DEMO must not change after the first write. */
export function env(): Env {
  const slot = processSlot<Env>('countersign.env');
  slot.current ??= readEnv(process.env);
  return slot.current;
}

/** For the log, which must work while the faults of the environment are being reported. */
export function logLevel(): Env['LOG_LEVEL'] {
  return variables.shape.LOG_LEVEL.safeParse(process.env.LOG_LEVEL || undefined).data ?? 'info';
}

/** The session secret: from AUTH_SECRET, else kept in the data folder so that sessions survive a restart. */
export function authSecret({ AUTH_SECRET, DATA_DIR }: Pick<Env, 'AUTH_SECRET' | 'DATA_DIR'> = env()): string {
  if (AUTH_SECRET !== undefined) return AUTH_SECRET;
  const path = join(DATA_DIR, 'auth-secret');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const secret = randomBytes(32).toString('base64url');
  mkdirSync(DATA_DIR, { recursive: true });
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}

/** next-auth reads these two from the environment when its module loads, so this runs before Next does. */
export function prepareAuthEnv(): void {
  process.env.NEXTAUTH_URL = env().APP_URL;
  process.env.NEXTAUTH_SECRET = authSecret();
}

/** One address, alone or in angle brackets behind a name: a header has one line. */
function isSender(value: string): boolean {
  const [, address = ''] = /^(?:[^<>\r\n]*<)?([^<>\s]+)>?$/.exec(value) ?? [];
  return z.email().safeParse(address).success;
}

/** All of its variables or none: half a bucket would be found out at the first upload. */
function bucketOf({ S3_REGION: region, ...named }: Pick<z.output<typeof variables>, S3Variable>): S3Settings | undefined {
  const {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = named;
  if (Object.values(named).every((value) => value === undefined)) return undefined;
  if (endpoint === undefined || bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined)
    throw new EnvironmentError(
      Object.entries(named).flatMap(([name, value]) =>
        value === undefined ? [`${name}: a bucket needs it beside the others`] : [],
      ),
    );
  return { endpoint, bucket, region, accessKeyId, secretAccessKey };
}

function namedLimits(values: Record<string, number>): CollabLimits {
  const named = { ...collabLimits };
  for (const name of keysOf(named)) named[name] = values[limitVariable(name)] ?? named[name];
  return named;
}

/** Its keys are these and no others: it was made from a literal. */
function keysOf(limits: CollabLimits): (keyof CollabLimits)[] {
  return Object.keys(limits) as (keyof CollabLimits)[];
}

/** An empty value in a .env file means "not set". */
function withoutEmpty(source: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
}

function isNew(path: string): boolean {
  if (!existsSync(path)) return true;
  const names = readdirSync(path);
  return names.length === 0 || names.includes(unfinishedMark);
}
