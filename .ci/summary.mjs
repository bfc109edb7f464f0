// The closing line of .ci/run: the checks count as one test, and so does a test run that ended without a report.
import { readFileSync } from 'node:fs';

const [file, check, tests] = process.argv.slice(2);

function read() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
}

const report = read();
// A file that cannot be loaded has no tests to count, and still failed.
const brokenFiles = report.testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
).length;
const passed = report.numPassedTests + (check === '0' ? 1 : 0);
let failed = report.numFailedTests + brokenFiles + (check === '0' ? 0 : 1);
if (tests !== '0' && report.numFailedTests + brokenFiles === 0) failed += 1;
const skipped = report.numPendingTests + (report.numTodoTests ?? 0);

if (check !== '0') console.log('npm run check or npm run conformance failed; the output is above.');
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
