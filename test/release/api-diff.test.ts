import { describe, expect, it } from 'vitest';
import { apiDiff, reportDiff } from '../../scripts/release/api-diff.ts';

/** What `call` takes is handed in by callers, what it returns is received by them. */
const call = 'export function call(options: Options): Promise<Answer>;';

const lines = (base: string, revision: string) =>
  reportDiff(base, revision).map(({ bump, words }) => `${bump}: ${words}`);

describe('a change of the TypeScript', () => {
  it.each<[string, string, string, string[]]>([
    ['nothing for the same', call, call, []],
    ['nothing for another comment', `// a\n${call}`, `// b\n/** c */\n${call}`, []],
    [
      'nothing for another order',
      'export const a: 1;\nexport const b: 2;',
      'export const b: 2;\nexport const a: 1;',
      [],
    ],
    [
      'nothing for another name of a parameter',
      'export function f(a: string): void;',
      'export function f(b: string): void;',
      [],
    ],
    [
      'major for a removed export',
      'export const a: 1;\nexport type B = 2;',
      'export const a: 1;',
      ['major: B is no longer exported'],
    ],
    [
      'major for an export that others still refer to',
      'export type B = 2;',
      'type B = 2;',
      ['major: B is no longer exported'],
    ],
    ['minor for a new export', 'export const a: 1;', 'export const a: 1;\nexport type B = 2;', ['minor: B is new']],
    ['nothing for what nobody reaches any more', 'interface Inner { a: 1; }', '', []],
    ['major for another value', 'export const a: 1;', 'export const a: 2;', ['major: a changed from 1 to 2']],
    [
      'major for another kind',
      'export interface A { a: 1; }',
      'export type A = { a: 1; };',
      ['major: A changed from export interface A { a: 1; } to export type A = { a: 1; };'],
    ],
    [
      'major for a type from elsewhere',
      "import { R } from 'a';\nexport const r: R;",
      "import { R } from 'b';\nexport const r: R;",
      ["major: R changed from import { R } from 'a'; to import { R } from 'b';"],
    ],
    [
      'major for another type under the same name',
      "import { A as R } from 'a';",
      "import { B as R } from 'a';",
      ["major: R changed from import { A as R } from 'a'; to import { B as R } from 'a';"],
    ],
    [
      'major for another generic',
      'export interface A<T> { a: T; }',
      'export interface A<T extends string> { a: T; }',
      ['major: A changed from export interface A<T> { a: T; } to export interface A<T extends string> { a: T; }'],
    ],
    [
      'major for one overload less',
      'export function f(a: 1): void;\nexport function f(a: 2): void;',
      'export function f(a: 1): void;',
      [
        'major: f changed from export function f(a: 1): void; export function f(a: 2): void; to export function f(a: 1): void;',
      ],
    ],
  ])('demands %s', (_, base, revision, changes) => {
    expect(lines(base, revision)).toEqual(changes);
  });

  const of = (options: string, answer: string) =>
    `${call}\nexport interface Options { ${options} }\nexport interface Answer { ${answer} }`;
  it.each<[string, [string, string], [string, string], string[]]>([
    ['a removed member', ['a?: 1;', ''], ['', ''], ['major: Options.a is removed']],
    ['a removed member of an answer', ['', 'a?: 1;'], ['', ''], ['major: Answer.a is removed']],
    ['a new optional member', ['', ''], ['a?: 1;', ''], ['minor: Options.a is new']],
    ['a new required member', ['', ''], ['a: 1;', ''], ['major: Options.a is new and must be given']],
    ['a new required member of an answer', ['', ''], ['', 'a: 1;'], ['minor: Answer.a is new']],
    ['a member that must be given now', ['a?: 1;', ''], ['a: 1;', ''], ['major: Options.a must be given now']],
    ['a member that may be left out now', ['a: 1;', ''], ['a?: 1;', ''], ['minor: Options.a may be left out now']],
    [
      'a member that may be absent from an answer',
      ['', 'a: 1;'],
      ['', 'a?: 1;'],
      ['major: Answer.a may be absent now'],
    ],
    ['a member that is always in an answer', ['', 'a?: 1;'], ['', 'a: 1;'], ['minor: Answer.a is always there now']],
    ['one more value to hand in', ['a: 1 | 2;', ''], ['a: 2 | 1 | 3;', ''], ['minor: Options.a also takes 3']],
    ['one value less to hand in', ['a: 1 | 2;', ''], ['a: 1;', ''], ['major: Options.a changed from 1 | 2 to 1']],
    ['one more value of an answer', ['', 'a: 1;'], ['', 'a: 1 | 2;'], ['major: Answer.a changed from 1 to 1 | 2']],
    [
      'one more known value of a closed answer',
      ['', 'a: "x";'],
      ['', 'a: "x" | "y";'],
      ['major: Answer.a changed from "x" to "x" | "y"'],
    ],
    [
      'one more known value of an open answer',
      ['', 'a: "x" | (string & {});'],
      ['', 'a: "x" | "y" | (string & {});'],
      ['minor: Answer.a names other values: "y"'],
    ],
    ['alternatives in another order', ['', 'a: 1 | 2;'], ['', 'a: 2 | 1;'], []],
    [
      'an answer that opens',
      ['', 'a: "x";'],
      ['', 'a: "x" | (string & {});'],
      ['major: Answer.a changed from "x" to "x" | (string & {})'],
    ],
    [
      'a member that becomes read-only',
      ['a: 1;', ''],
      ['readonly a: 1;', ''],
      ['major: Options.a changed from a: 1; to readonly a: 1;'],
    ],
    [
      'a member within members',
      ['a?: { b: 1; }[];', ''],
      ['a?: { b: 1; c: 2; }[];', ''],
      ['major: Options.a[].c is new and must be given'],
    ],
    [
      'one more argument of a callback',
      ['a: (x: 1) => void;', ''],
      ['a: (x: 1, y: 2) => void;', ''],
      ['minor: Options.a.parameter 2 is new'],
    ],
    [
      'a callback that must answer',
      ['a: () => void;', ''],
      ['a: () => 1;', ''],
      ['major: Options.a() changed from void to 1'],
    ],
    [
      'one more parameter of a method',
      ['', 'a(x: 1): void;'],
      ['', 'a(x: 1, y: 2): void;'],
      ['major: Answer.a.parameter 2 is new and must be given'],
    ],
    [
      'one more optional parameter of a method',
      ['', 'a(x: 1): void;'],
      ['', 'a(x: 1, y?: 2): void;'],
      ['minor: Answer.a.parameter 2 is new'],
    ],
    [
      'one more overload of a method',
      ['', 'a(x: 1): void;'],
      ['', 'a(x: 1): void; a(x: 2): void;'],
      ['minor: Answer.a (2) is new'],
    ],
    [
      'another index',
      ['', '[x: string]: 1;'],
      ['', '[x: string]: 2;'],
      ['major: Answer.IndexSignature changed from [x: string]: 1; to [x: string]: 2;'],
    ],
  ])('is judged by who hands the value in: %s', (_, base, revision, changes) => {
    expect(lines(of(...base), of(...revision))).toEqual(changes);
  });

  it('is breaking where nobody can say who hands a value in', () => {
    const [before, after] = ['export interface Free { }', 'export interface Free { a: 1; }'];
    expect(lines(before, after)).toEqual(['major: Free.a is new and must be given']);
  });

  it('is breaking where callers both hand in and receive', () => {
    const both = (member: string) => `export function f(a: Both): Both;\ninterface Both { ${member} }`;
    expect(lines(both(''), both('a: 1;'))).toEqual(['major: Both.a is new and must be given']);
  });

  it('follows generics, heritage and indexed access to who hands a value in', () => {
    const report = (member: string) => `
      export function take(options: Child): Box<components["schemas"]["Answer"]>;
      export interface Child extends Parent { }
      interface Parent { ${member} }
      interface Box<T> extends Lid_2 { value: T; }
      interface Lid_2 { ${member} }
      interface components { schemas: { Answer: { ${member} }; Other: { ${member} }; }; }`;
    expect(lines(report(''), report('a: 1;'))).toEqual([
      'major: Parent.a is new and must be given',
      'minor: Lid.a is new',
      'minor: components.schemas.Answer.a is new',
      'major: components.schemas.Other.a is new and must be given',
    ]);
  });

  it('knows what the operations of openapi-typescript send and answer', () => {
    const report = (member: string) => `
      export interface operations { create: { requestBody: { x: components["Input"]; }; responses: { 201: components["Rep"]; }; }; }
      export interface components { Input: { ${member} }; Rep: { ${member} }; }`;
    expect(lines(report(''), report('a: 1;'))).toEqual([
      'major: components.Input.a is new and must be given',
      'minor: components.Rep.a is new',
    ]);
  });
});

describe('the entries of a package', () => {
  it('are told once for a change that several share', () => {
    const [before, after] = ['export const a: 1;', 'export const a: 2;'];
    expect(apiDiff({ '.': before, './client': before }, { '.': after, './client': after })).toEqual([
      { bump: 'major', words: 'a changed from 1 to 2 (".", "./client")' },
    ]);
  });

  it('are part of the API, with types or without', () => {
    expect(apiDiff({ './old.json': '', './same': '' }, { './new.json': '', './same': '' })).toEqual([
      { bump: 'major', words: 'the entry "./old.json" is removed' },
      { bump: 'minor', words: 'the entry "./new.json" is new' },
    ]);
  });
});
