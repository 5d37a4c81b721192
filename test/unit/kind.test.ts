/** How kinds of values are named. */
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { isOfJson, kindOf } from '../../src/contract/kind.ts';

const tagged = (tag: string) => Object.assign(Object.create({}), { [Symbol.toStringTag]: tag });
const toJSON = () => null;

it.each([
  ['string', ''],
  ['boolean', false],
  ['null', null],
  ['integer', -0],
  ['integer', 2 ** 60],
  ['number', 0.5],
  ['array', []],
  ['object', {}],
  ['object', Object.create(null)],
  ['object', runInContext('({})', createContext())],
  ['array', runInContext('[]', createContext())],
  ['object', { toJSON: 5 }],
])('a value of JSON is of its kind %s: %j', (kind, value) => {
  expect(kindOf(value)).toBe(kind);
  expect(isOfJson(kind)).toBe(true);
});

it.each([
  ['absent', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['bigint', 1n],
  ['symbol', Symbol('s')],
  ['function', () => 1],
  ['Map', new Map()],
  ['Date', new Date()],
  ['Error', new RangeError('no')],
  ['instance of a class', new (class Model {})()],
  ['object with a toJSON method', { toJSON }],
  ['array with a toJSON method', Object.assign([], { toJSON })],
  ['Model', tagged('Model')],
  [`M${'o'.repeat(30)}`, tagged(`M${'o'.repeat(30)}`)],
  ['instance of a class', tagged(`M${'o'.repeat(31)}`)],
  ['instance of a class', tagged('M')],
  ['instance of a class', tagged('model')],
  ['instance of a class', tagged('Api-canary')],
  ['instance of a class', tagged('api Model')],
  ['ObjectStore', tagged('ObjectStore')],
])('what JSON would lose or change is named %s', (kind, value) => {
  expect(kindOf(value)).toBe(kind);
  expect(isOfJson(kind)).toBe(false);
});
