import { describe, expect, it } from 'vitest';
import { reportChanges } from '../../scripts/release/since.ts';

const report = (...lines: string[]) => `\`\`\`ts\n\n${lines.join('\n')}\n\n\`\`\`\n`;
const options = (...members: string[]) =>
  report('// @public', 'export interface Options {', ...members.map((one) => `    ${one}`), '}');
const changes = (before: string | undefined, after: string | undefined) =>
  reportChanges('index', before, after).map(({ bump, words }) => `${bump}: ${words}`);

describe('a change of an API report', () => {
  it.each<[string, string | undefined, string | undefined, string[]]>([
    ['nothing for another comment', options('a: 1;'), options('// b', 'a: 1;'), []],
    ['minor for a new entry', undefined, options(), ['minor: the entry index is new']],
    ['major for an entry that is gone', options(), undefined, ['major: the entry index is gone']],
    ['minor for a new export', report(), report('export const a: 1;'), ['minor: index: export const a: 1; is new']],
    [
      'major for an export that is gone',
      report('export const a: 1;'),
      report('const a: 1;'),
      ['major: index: export const a: 1; was removed or changed', 'minor: index: const a: 1; is new'],
    ],
    ['minor for an optional member', options(), options('a?: 1;'), ['minor: index: Options: a?: 1; is new']],
    ['major for a member that must be given', options(), options('a: 1;'), ['major: index: Options: a: 1; is new']],
    [
      'major for another type',
      options('a?: 1;'),
      options('a?: 2;'),
      ['major: index: Options: a?: 1; was removed or changed', 'minor: index: Options: a?: 2; is new'],
    ],
    [
      'minor for one more value of an open type',
      options('a: "x" | (string & {});'),
      options('a: "x" | "y" | (string & {});'),
      [
        'minor: index: Options: a: "x" | (string & {}); was removed or changed',
        'minor: index: Options: a: "x" | "y" | (string & {}); is new',
      ],
    ],
    [
      'major for a member that moves to another declaration',
      report('interface A {', '    a?: 1;', '}', 'interface B {', '}'),
      report('interface A {', '}', 'interface B {', '    a?: 1;', '}'),
      ['major: index: A: a?: 1; was removed or changed', 'minor: index: B: a?: 1; is new'],
    ],
  ])('demands %s', (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });
});
