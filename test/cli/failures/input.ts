/** Ways in which the iteration cannot be read, or is wrong. */
import { valid } from '../files.ts';
import type { Failure } from './failure.ts';

const yaml = ['create', 'iteration.yaml'];

export const inputFailures: Failure[] = [
  { name: 'the file is missing', args: ['create', 'nowhere.yaml'], code: 2 },
  { name: 'the file is a folder', args: ['create', '.'], code: 2 },
  { name: 'the name of the file steers the terminal', args: ['create', '::error::\u001b[2J\n'], code: 2 },
  { name: 'stdin is empty', args: ['create'], redirect: '< /dev/null', code: 2 },
  { name: 'stdin is closed', args: ['create', '-'], redirect: '<&-', code: 2 },
  { name: 'stdin is a folder', args: ['create', '-'], redirect: '< .', code: 2 },
  { name: 'stdin is endless', args: ['create', '-'], redirect: '< /dev/zero', code: 2 },
  {
    name: 'a named pipe that somebody writes to',
    before: 'mkfifo pipe; cat iteration.json > pipe &',
    args: ['create', 'pipe'],
    code: 0,
  },
  { name: 'JSON with a trailing comma', input: valid.replace(/\}$/, ',}'), code: 2 },
  { name: 'JSON with a comment', input: `${valid} # x`, code: 2 },
  { name: 'two iterations', args: yaml, input: `${valid}\n---\n${valid}`, code: 2 },
  {
    name: 'Latin-1',
    args: yaml,
    input: Buffer.from(valid.replace('hypothesis": "', 'hypothesis": "\u00e9'), 'latin1'),
    code: 2,
  },
  { name: 'UTF-16', args: yaml, input: Buffer.from(`\ufeff${valid}`, 'utf16le'), code: 2 },
  { name: 'a byte order mark', args: yaml, input: `\ufeff${valid}`, code: 0 },
  { name: 'an ordered map', args: yaml, input: valid.replace('"flags": {', '"flags": !!omap {'), code: 2 },
  { name: 'an alias bomb', args: yaml, input: bomb(), code: 2 },
  { name: 'an alias of nothing', args: yaml, input: `${valid.slice(0, -1)}, a: *nope }`, code: 2 },
  { name: 'an integer beyond 2^53', args: yaml, input: `${valid.slice(0, -1)}, "a": 9007199254740993 }`, code: 2 },
  { name: 'brackets that nest 100,000 deep', args: yaml, input: '['.repeat(100_000), code: 2 },
  { name: 'more than is read', input: ' '.repeat(2_000_000) + valid, code: 2 },
  { name: 'more than is sent', input: `${valid.slice(0, -1)}, "a": "${'x'.repeat(1_100_000)}" }`, code: 2 },
  { name: 'an iteration that breaks the contract', input: '{}', code: 1 },
  { name: 'a list', input: '[]', code: 1 },
];

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 10; level += 1) {
    lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  return lines.join('\n');
}
