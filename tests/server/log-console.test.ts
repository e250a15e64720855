import { expect, it } from 'vitest';
import { createLog } from '@/platform/log';
import { logConsole } from '@/server/log-console';

it('writes what is printed as one line of the log, short, without what strangers and people sent', () => {
  const lines: string[] = [];
  const never = (..._said: unknown[]): void => expect.fail('It was printed.');
  const printed = { error: never, warn: never, log: never, info: never };
  logConsole(printed, () => createLog('info', { write: (line) => lines.push(line) }));
  printed.error('Failed for /sign-in?token=abc\nof a@north.example', new TypeError('of b@north.example'), { cookie: 'c' });
  printed.warn('x'.repeat(1000));
  printed.log('ready');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 50, said: 'Failed for /sign-in?…\nof [e-mail]', err: { type: 'TypeError', message: 'of [e-mail]' }, msg: 'console' },
    { level: 40, said: 'x'.repeat(300) },
    { level: 30, said: 'ready' },
  ]);
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
  expect(lines.join('')).not.toMatch(/north\.example|abc|cookie/);
});
