import { describe, expect, it } from 'vitest';
import { streamsPerSession, takeStream } from '@/platform/open-streams';

const takeAll = (sid: string) => Array.from({ length: streamsPerSession }, () => takeStream(sid));

describe('the streams of a session', () => {
  it('[A9] are bounded, and one session’s say nothing of another’s', () => {
    expect(takeAll('a')).not.toContain(undefined);
    expect(takeStream('a')).toBeUndefined();
    expect(takeStream('b')).toBeDefined();
  });

  it('[A9] are given back one at a time, and each once', () => {
    const [first, second] = takeAll('c');
    first?.();
    first?.();
    expect(takeStream('c')).toBeDefined();
    expect(takeStream('c')).toBeUndefined();
    second?.();
    expect(takeStream('c')).toBeDefined();
  });
});
