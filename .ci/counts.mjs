/** Prints "<passed> <failed>" of a summary of scripts/run-tests.mjs and writes the titles of what failed to a file. */
import { readFileSync, writeFileSync } from 'node:fs';

const [, , summary, name, titles] = process.argv;
const { passed, failed, failures } = JSON.parse(readFileSync(summary, 'utf8'));
writeFileSync(titles, failures.map((line) => `${name}: ${line}\n`).join(''));
process.stdout.write(`${passed} ${failed}\n`);
