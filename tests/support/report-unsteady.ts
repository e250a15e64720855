import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase } from 'vitest/node';

/**
 * Names each test that passed only when it was run a second time, in `tests/.tmp/unsteady.json`, an array of strings: the second run keeps a slow machine from
 * hiding what all other tests say, and the list keeps it from hiding a fault.
 */
export default class ReportUnsteady implements Reporter {
  private readonly names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.names.push(`${test.module.relativeModuleId} › ${test.fullName}`);
  }

  onTestRunEnd(): void {
    mkdirSync('tests/.tmp', { recursive: true });
    writeFileSync('tests/.tmp/unsteady.json', JSON.stringify(this.names));
  }
}
