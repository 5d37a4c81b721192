/** Run by `npm version` after it has bumped package.json and the lockfile: writes the version everywhere else. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
const number = String.raw`\d+\.\d+\.\d+`;

/** What precedes the version in each file. */
const places: { [file: string]: RegExp } = {
  'spec/openapi.yaml': new RegExp(`(^ {2}version: )${number}`, 'gm'),
  'spec/workflows/experiments.arazzo.yaml': new RegExp(`(^ {2}version: )${number}`, 'm'),
  'CHANGELOG.md': new RegExp(`(^## \\[)${number}(?=\\] - Unreleased)`, 'm'),
  'deploy/Dockerfile': new RegExp(`(${name}@)${number}`, 'g'),
  'deploy/README.md': new RegExp(`(iteration-mock:)${number}`, 'g'),
  'deploy/kubernetes.yaml': new RegExp(`(iteration-mock:)${number}`, 'g'),
};
for (const [file, place] of Object.entries(places)) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(place, `$1${version}`));
}
execFileSync(process.execPath, ['scripts/generate.ts'], { stdio: 'inherit' });
