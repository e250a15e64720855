import { describe, expect, it } from 'vitest';
import { createLog } from '@/platform/log';

/** Everything one call writes. */
function written(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('writes the path of a request and neither its query nor its headers', () => {
    const req = { method: 'GET', url: '/desk?token=abc', headers: { cookie: 'session=abc' }, body: 'abc' };
    const line = written((log) => log.info({ req }, 'served'));
    expect(line).toContain('"path":"/desk"');
    expect(line).not.toContain('abc');
  });

  it('[T17] withholds fields that carry a person or a secret', () => {
    const facts = { email: 'a@north.example', password: 'pass phrase', user: { email: 'b@north.example', cookie: 'c' } };
    const line = written((log) => log.info(facts, 'signed in'));
    for (const secret of ['north.example', 'pass phrase', '"c"']) expect(line).not.toContain(secret);
  });

  it('keeps what locates a fault and drops the parameters of a failed query', () => {
    const cause = Object.assign(new Error('duplicate key for a@north.example'), {
      code: '23505',
      detail: 'Key (email)=(a@north.example)',
    });
    const error = new Error('Failed query: insert into "people" values ($1)\nparams: a@north.example,draft words\nmore words', {
      cause,
    });
    const line = written((log) => log.error({ error }, 'failed'));
    expect(line).toContain('insert into');
    expect(line).toContain('23505');
    expect(line).toContain('log.test.ts');
    for (const secret of ['north.example', 'draft words', 'more words']) expect(line).not.toContain(secret);
  });
});
