import { describe, expect, it } from 'vitest';
import { explain } from '../../src/mock/violations.ts';

const type = (path: string[], expected: string) => ({
  path: ['body', ...path],
  code: 'type',
  message: `Request body property must be ${expected}`,
});
const required = (path: string[], name: string) => ({
  path: ['body', ...path],
  code: 'required',
  message: `Request body must have required property '${name}'`,
});

describe('the explanation of violations', () => {
  it('names the kind of value that was found', () => {
    const body = { a: null, b: [], c: 1, d: 1.5, e: {}, f: true };
    const violations = Object.keys(body).map((key) => type([key], 'string'));
    expect(explain(violations, body)).toEqual([
      '/a must be a string, but is null.',
      '/b must be a string, but is an array.',
      '/c must be a string, but is an integer.',
      '/d must be a string, but is a number with a fraction.',
      '/e must be a string, but is an object.',
      '/f must be a string, but is a boolean.',
    ]);
  });

  it('says how to mend an object that was sent as its JSON text, and only then', () => {
    const violations = [type(['flags'], 'object')];
    expect(explain(violations, { flags: '{}' })[0]).toContain('send the object itself, not its JSON text');
    expect(explain(violations, { flags: 'flags' })).toEqual(['/flags must be an object, but is a string.']);
    expect(explain(violations, { flags: '5' })).toEqual(['/flags must be an object, but is a string.']);
  });

  it('makes one sentence of alternatives, and keeps what is missing besides', () => {
    const violations = [
      required([], 'one'),
      required([], 'other'),
      { path: ['body'], code: 'anyOf', message: 'Request body must match a schema in anyOf' },
      required([], 'hypothesis'),
    ];
    expect(explain(violations, {})).toEqual(['/one or /other must be present.', '/hypothesis must be present.']);
  });

  it('finds values behind keys that hold a slash or a tilde', () => {
    expect(explain([type(['flags', 'a~1b~0c'], 'object')], { flags: { 'a/b~c': 5 } })).toEqual([
      '/flags/a~1b~0c must be an object, but is an integer.',
    ]);
  });

  it('repeats what it cannot say better', () => {
    expect(explain([{ code: 'required', message: 'Body parameter is required' }], undefined)).toEqual([
      'Body parameter is required.',
    ]);
  });
});
