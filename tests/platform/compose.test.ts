import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEnv, variableNames } from '@/platform/env';

const compose = readFileSync('compose.yaml', 'utf8');

/** What an operator writes into .env, as the head of the file says. */
const written: Record<string, string> = { AUTH_SECRET: 'a'.repeat(44), POSTGRES_PASSWORD: '0123456789abcdef' };

/** The lines under a key, as far as they stand deeper. */
function under(key: string): string[] {
  const lines = compose.split('\n');
  const at = lines.findIndex((line) => line.trimStart().startsWith(key));
  const depth = indentOf(lines[at] ?? '');
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.trim() !== '' && indentOf(line) <= depth);
  return rest.slice(0, end === -1 ? undefined : end).filter((line) => line.trim() !== '');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** `${NAME:-default}` and `${NAME:?why it is needed}`, as Compose puts them in. */
function interpolated(value: string): string {
  return value.replace(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_, name: string, kind: string | undefined, rest: string | undefined) => {
      const known = written[name] ?? (kind === '-' ? rest : undefined);
      if (known === undefined) throw new Error(`compose.yaml asks for ${name}, which its head does not tell anybody to set.`);
      return known;
    },
  );
}

const environment = Object.fromEntries(
  under('environment: &environment')
    .map((line) => line.trim())
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const [name = '', ...value] = line.split(': ');
      return [name, interpolated(value.join(': ').replaceAll('"', ''))];
    }),
);
const dockerfile = under('dockerfile_inline:').map((line) => line.trim());

describe('compose.yaml', () => {
  it('sets variables that there are, to values that are accepted', () => {
    expect(Object.keys(environment).filter((name) => !variableNames.includes(name))).toEqual([]);
    expect(readEnv(environment, () => true)).toMatchObject({
      ...{ APP_URL: 'http://localhost:3000', HOST: '0.0.0.0', DEMO: false, TRUSTED_PROXY_HOPS: 1 },
      ...{ DATABASE_URL: 'postgres://countersign:0123456789abcdef@postgres/countersign', REDIS_URL: 'redis://redis:6379' },
    });
  });

  it('asks the processes at the port where they listen', () => {
    const { PORT } = readEnv(environment, () => true);
    expect(compose).toContain(`fetch('http://127.0.0.1:${PORT}/readyz')`);
    const behind = [...compose.matchAll(/server (app-\d):(\d+);/g)].map(([, name, port]) => `${name} ${port}`);
    expect(new Set(behind)).toEqual(new Set([`app-1 ${PORT}`, `app-2 ${PORT}`]));
  });

  it('builds and starts what there is, and keeps files where all processes see them', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    for (const [, script = ''] of dockerfile.join('\n').matchAll(/npm run (\S+)/g)) expect(scripts).toHaveProperty([script]);
    expect(dockerfile).toContain('CMD ["node", "dist/main.js"]');
    expect(scripts['build:server']).toContain('--outdir=dist');
    const [, dataDir] = /DATA_DIR=(\S+)/.exec(dockerfile.join('\n')) ?? [];
    expect(compose).toContain(`volumes: ["files:${dataDir}/objects"]`);
    expect(dockerfile.join('\n')).toContain(`mkdir -p ${dataDir}/objects`);
  });

  it('hands every proxied request on with the name and the address that it came with', () => {
    const locations = compose.split(/\n {8}location /).slice(1);
    expect(locations.length).toBeGreaterThan(3);
    // nginx inherits headers from the server unless a location sets one of its own, and then it must set all of them.
    for (const location of locations.filter((text) => text.includes('proxy_set_header')))
      for (const header of ['Host $$http_host', 'X-Forwarded-For $$remote_addr']) expect(location).toContain(header);
  });
});
