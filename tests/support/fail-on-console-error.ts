import { afterEach, beforeEach } from 'vitest';

// A warning that nobody reads is a fault that nobody repairs: whatever writes to console.error fails the test it ran in.
const printed: string[] = [];

console.error = (...parts: unknown[]) => {
  printed.push(parts.map(String).join(' '));
};

beforeEach(() => {
  printed.length = 0;
});

afterEach(() => {
  if (printed.length > 0) throw new Error(`console.error was called:\n${printed.join('\n')}`);
});
