import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collabLimits, limitVariable } from '@/platform/collab-limits';
import { authSecret, EnvironmentError, readEnv, unfinishedMark, variableNames } from '@/platform/env';
import { temporaryFolder } from '@/tests/support/temporary-folder';

const isNew = () => true;
const isUsed = () => false;

describe('the environment', () => {
  it('needs no variable at all', () => {
    expect(readEnv({}, isUsed)).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      APP_URL: 'http://localhost:3000',
      TRUSTED_PROXY_HOPS: 0,
      DEMO: false,
    });
  });

  it('reports every fault at once', () => {
    const read = () =>
      readEnv({ PORT: 'many', APP_URL: 'ftp://x', SIGN_IN_ATTEMPTS: '0', TRUSTED_PROXY_HOPS: '-1', DATABASE_URL: 'mysql://x' });
    expect(read).toThrow(EnvironmentError);
    for (const name of ['PORT', 'APP_URL', 'SIGN_IN_ATTEMPTS', 'TRUSTED_PROXY_HOPS', 'DATABASE_URL']) expect(read).toThrow(name);
  });

  it('takes an empty value for an absent one', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '' }, isUsed)).toMatchObject({ PORT: 3000, APP_URL: 'http://localhost:3000' });
  });

  it('takes an origin for APP_URL and nothing more', () => {
    expect(readEnv({ APP_URL: 'https://desk.example/' }, isUsed).APP_URL).toBe('https://desk.example');
    expect(() => readEnv({ APP_URL: 'https://desk.example/path' })).toThrow('APP_URL');
    expect(() => readEnv({ APP_URL: 'https://user:word@desk.example/' })).toThrow('APP_URL');
  });

  it('says in docs/operating.md what each bound of live editing is, with its default', () => {
    const said = readFileSync('docs/operating.md', 'utf8').matchAll(/^\| `(COLLAB_[A-Z_]+)` \| (\d+) \|/gm);
    const bounds = Object.entries(collabLimits).map(([name, value]) => [limitVariable(name), String(value)]);
    expect(Array.from(said, ([, name, value]) => [name, value])).toEqual(bounds);
  });

  it('takes a bound of live editing from its variable, and reports faults of them with the others', () => {
    const read = readEnv({ COLLAB_CONNECTIONS_PER_DOCUMENT: '7' }, isUsed);
    expect(read.COLLAB).toEqual({ ...collabLimits, connectionsPerDocument: 7 });
    const faulty = () => readEnv({ PORT: 'many', COLLAB_UPDATE_BYTES: '0', COLLAB_GAPS: 'few' });
    for (const name of ['PORT', 'COLLAB_UPDATE_BYTES', 'COLLAB_GAPS']) expect(faulty).toThrow(name);
  });

  it('takes SMTP_URL only with a sender, which is one address', () => {
    const SMTP_URL = 'smtp://mail.example.org';
    expect(() => readEnv({ SMTP_URL }, isUsed)).toThrow('MAIL_FROM');
    expect(() => readEnv({ SMTP_URL: 'https://mail.example.org', MAIL_FROM: 'a@b.example' }, isUsed)).toThrow('SMTP_URL');
    for (const MAIL_FROM of ['desk', 'a@b.example, c@d.example', 'A desk <desk@b.example>\nBcc: x@y.example', '<>'])
      expect(() => readEnv({ MAIL_FROM }, isUsed)).toThrow('MAIL_FROM');
    for (const MAIL_FROM of ['desk@b.example', 'A desk <desk@b.example>'])
      expect(readEnv({ SMTP_URL, MAIL_FROM }, isUsed)).toMatchObject({ SMTP_URL, MAIL_FROM });
  });

  it('takes a bucket whole or not at all', () => {
    const S3 = {
      S3_ENDPOINT: 'http://127.0.0.1:9000',
      S3_BUCKET: 'evidence',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'secret',
    };
    expect(readEnv({ S3_REGION: 'eu-1' }, isUsed)).toMatchObject({ S3: undefined, UPLOAD_BYTES: 52_428_800 });
    expect(readEnv(S3, isUsed).S3).toEqual({
      endpoint: S3.S3_ENDPOINT,
      bucket: 'evidence',
      region: 'us-east-1',
      accessKeyId: 'id',
      secretAccessKey: 'secret',
    });
    for (const name of Object.keys(S3)) expect(() => readEnv({ ...S3, [name]: '' }, isUsed)).toThrow(name);
    expect(() => readEnv({ ...S3, S3_BUCKET: 'a/../b' }, isUsed)).toThrow('S3_BUCKET');
    expect(() => readEnv({ UPLOAD_BYTES: '3000000000' }, isUsed)).toThrow('UPLOAD_BYTES');
  });

  it('takes identity providers by name, and reports every fault of them with the others', () => {
    const north = { OIDC_NORTHERN_DESK_ISSUER: 'https://login.north.example', OIDC_NORTHERN_DESK_CLIENT_ID: 'desk' };
    const source = {
      ...north,
      OIDC_NORTHERN_DESK_CLIENT_SECRET: 's',
      OIDC_NORTHERN_DESK_EMAIL_DOMAINS: 'North.example, n.example',
    };
    expect(readEnv(source, isUsed).OIDC).toEqual([
      {
        id: 'oidc-northern-desk',
        name: 'Northern desk',
        issuer: 'https://login.north.example',
        clientId: 'desk',
        clientSecret: 's',
        emailDomains: ['north.example', 'n.example'],
      },
    ]);
    expect(readEnv({}, isUsed).OIDC).toEqual([]);
    const faulty = {
      ...north,
      PORT: 'many',
      OIDC_S_ISSUER: 'http://s.example',
      OIDC_S_EMAIL_DOMAINS: '@s',
      OIDC_S_CLIENTID: 'x',
    };
    const reported = () => readEnv(faulty, isUsed);
    for (const name of [
      'PORT',
      'OIDC_NORTHERN_DESK_CLIENT_SECRET: missing',
      'OIDC_S_ISSUER: https',
      'OIDC_S_CLIENT_ID: missing',
      'OIDC_S_CLIENT_SECRET: missing',
      'OIDC_S_EMAIL_DOMAINS: domains',
      'OIDC_S_CLIENTID: not of the form',
    ])
      expect(reported).toThrow(name);
    const local = { OIDC_S_ISSUER: 'http://localhost:4000', OIDC_S_CLIENT_ID: 'a', OIDC_S_CLIENT_SECRET: 'b' };
    expect(readEnv(local, isUsed).OIDC).toHaveLength(1);
  });

  it('takes REDIS_URL only beside DATABASE_URL', () => {
    expect(() => readEnv({ REDIS_URL: 'redis://localhost' }, isUsed)).toThrow('REDIS_URL');
    const both = { REDIS_URL: 'redis://localhost', DATABASE_URL: 'postgres://localhost/x' };
    expect(readEnv(both, isUsed).REDIS_URL).toBe('redis://localhost');
  });

  it('names in .env.example exactly the variables it reads', () => {
    const named = readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm);
    expect(Array.from(named, ([, name]) => name).sort()).toEqual([...variableNames].sort());
  });
});

describe('the demo', () => {
  it('is loaded into a new folder on a loopback host without DATABASE_URL', () => {
    expect(readEnv({}, isNew).DEMO).toBe(true);
    expect(readEnv({}, isUsed).DEMO).toBe(false);
    expect(readEnv({ HOST: '0.0.0.0' }, isNew).DEMO).toBe(false);
    expect(readEnv({ DATABASE_URL: 'postgres://localhost/x' }, isNew).DEMO).toBe(false);
    expect(readEnv({ DEMO: '0' }, isNew).DEMO).toBe(false);
    expect(readEnv({ DEMO: '1' }, isUsed).DEMO).toBe(true);
  });

  it('is refused on a host that others can reach', () => {
    expect(() => readEnv({ DEMO: '1', HOST: '0.0.0.0' })).toThrow('DEMO');
    expect(() => readEnv({ DEMO: '1', APP_URL: 'https://desk.example' })).toThrow('DEMO');
    expect(readEnv({ APP_URL: 'https://desk.example' }, isNew)).toMatchObject({ DEMO: false, LOCAL: false });
    for (const APP_URL of ['http://127.0.0.1:3000', 'http://[::1]:3000', 'http://localhost'])
      expect(readEnv({ APP_URL }, isNew)).toMatchObject({ DEMO: true, LOCAL: true });
  });

  it('takes an absent folder, an empty one and one without a whole database for new', () => {
    const folder = temporaryFolder();
    expect(readEnv({ DATA_DIR: join(folder, 'absent') }).DEMO).toBe(true);
    expect(readEnv({ DATA_DIR: folder }).DEMO).toBe(true);
    writeFileSync(join(folder, 'auth-secret'), 'x');
    expect(readEnv({ DATA_DIR: folder }).DEMO).toBe(false);
    writeFileSync(join(folder, unfinishedMark), '');
    expect(readEnv({ DATA_DIR: folder }).DEMO).toBe(true);
  });
});

describe('the session secret', () => {
  it('is made once, kept in the data folder and readable by its owner only', () => {
    const DATA_DIR = join(temporaryFolder(), 'data');
    const secret = authSecret({ AUTH_SECRET: undefined, DATA_DIR });
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(authSecret({ AUTH_SECRET: undefined, DATA_DIR })).toBe(secret);
    expect(statSync(join(DATA_DIR, 'auth-secret')).mode & 0o777).toBe(0o600);
  });

  it('comes from AUTH_SECRET when that is set', () => {
    const AUTH_SECRET = 'x'.repeat(32);
    expect(authSecret({ AUTH_SECRET, DATA_DIR: '/nowhere' })).toBe(AUTH_SECRET);
  });
});
