import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../package-program.ts';
import { closingLine, countPlaywright, countRun, countVitest, isGood, sum } from './counts.ts';

const tests = (passed: number, failed: number) => [
  ...Array.from({ length: passed }, () => ({ status: 'passed', fullName: 'good' })),
  ...Array.from({ length: failed }, () => ({
    status: 'failed',
    fullName: 'one and one',
    failureMessages: ['AssertionError: expected 3 to be 2\n    at line 7'],
  })),
];

test('the closing line has its fixed form', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 3 })).toBe(
    'tests: 12 passed, 0 failed, 3 skipped',
  );
});

test('a vitest file that broke before its tests counts as a failure', () => {
  const report = {
    numPassedTests: 2,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { name: join(projectFolder, 'a.test.ts'), status: 'failed', assertionResults: tests(2, 1) },
      {
        name: join(projectFolder, 'b.test.ts'),
        status: 'failed',
        message: 'no module c',
        assertionResults: [],
      },
      { name: join(projectFolder, 'd.test.ts'), status: 'passed', assertionResults: tests(1, 0) },
    ],
  };
  expect(countVitest(report)).toEqual({
    passed: 2,
    failed: 2,
    skipped: 2,
    failures: [
      'a.test.ts › one and one › AssertionError: expected 3 to be 2',
      'b.test.ts › no module c',
    ],
  });
});

test('Playwright errors outside tests and flaky tests count as failures', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  const ended = (status: string, message?: string) => ({
    title: `it is ${status}`,
    tests: [{ status, results: [message ? { error: { message } } : {}] }],
  });
  const config = { rootDir: join(projectFolder, 'tests', 'e2e') };
  const inner = { file: 'desk.spec.ts', specs: [ended('flaky', '\u001b[31mnot yet\u001b[39m')] };
  const outer = {
    file: 'desk.spec.ts',
    specs: [ended('expected'), ended('unexpected', 'no row\nat line 3')],
    suites: [inner],
  };
  const errors = [{ message: 'no global set-up' }];
  expect(countPlaywright({ config, suites: [outer], stats, errors })).toEqual({
    passed: 5,
    failed: 3,
    skipped: 2,
    failures: [
      'tests/e2e/desk.spec.ts › it is unexpected › no row',
      'tests/e2e/desk.spec.ts › it is flaky › not yet',
    ],
  });
});

test('what is no report is refused', () => {
  expect(() => countVitest({})).toThrow();
  expect(() => countPlaywright({ stats: {} })).toThrow();
});

test('a runner that crashes, hides a failure or runs nothing counts as a failure', () => {
  const good = { passed: 3, failed: 0, skipped: 0 };
  expect(countRun(0, good)).toEqual(good);
  expect(countRun(1, undefined).failed).toBe(1);
  expect(countRun(0, undefined).failed).toBe(1);
  expect(countRun(1, good)).toMatchObject({ passed: 3, failed: 1, skipped: 0 });
  expect(countRun(0, { passed: 0, failed: 0, skipped: 4 }).failed).toBe(1);
  expect(countRun(1, { passed: 3, failed: 2, skipped: 0 }).failed).toBe(2);
});

test('a run is good only when something passed and nothing failed', () => {
  expect(isGood(sum([]))).toBe(false);
  expect(isGood({ passed: 1, failed: 0, skipped: 0 })).toBe(true);
  expect(isGood({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
});
