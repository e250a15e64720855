import type { Logger } from 'pino';

type Said = (...said: unknown[]) => void;
type Written = Record<'error' | 'warn' | 'log' | 'info', Said>;

const longest = 300;

/**
 * Sends what Next and packages print through the log: one line of JSON each, without e-mail addresses and query strings, and short. Much of it repeats
 * what a stranger has sent.
 */
export function logConsole(written: Written, log: () => Logger): void {
  const through = (level: 'error' | 'warn' | 'info'): Said => {
    return (...said) => {
      const fault = said.find((part) => part instanceof Error);
      const text = said.filter((part) => typeof part === 'string').join(' ');
      log()[level]({ ...(fault === undefined ? {} : { err: fault }), said: plain(text) }, 'console');
    };
  };
  written.error = through('error');
  written.warn = through('warn');
  written.log = through('info');
  written.info = through('info');
}

function plain(text: string): string {
  return text
    .replaceAll(/\?\S*/g, '?…')
    .replaceAll(/\S+@\S+/g, '[e-mail]')
    .slice(0, longest);
}
