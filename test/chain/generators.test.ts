/** The generators on a small document of three operations: what is in spec/ appears, each for itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Validator } from '../../generated/validators.js';
import type { ContractDocument } from '../../scripts/generate/document.ts';
import { examples } from '../../scripts/generate/examples.ts';
import { operations } from '../../scripts/generate/operations.ts';
import { validators } from '../../scripts/generate/validators.ts';
import type { Operation } from '../../src/contract/operations.ts';
import { compare } from '../../src/contract/validate.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const body = (name: string, named: Record<string, unknown> = {}, type = 'application/json') => ({
  content: { [type]: { schema: ref(name), examples: named } },
});
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });
const failed = { summary: 'It failed.', value: { message: 'No' } };
const notFound = { description: 'No.', ...body('Failure', { failed: { $ref: '#/components/examples/failed' } }) };

const document = {
  info: { version: '1.0.0' },
  servers: [],
  paths: {
    '/things/{thingKey}': {
      parameters: [{ $ref: '#/components/parameters/thingKey' }],
      get: {
        operationId: 'getThing',
        parameters: [{ name: 'expand', in: 'query' }],
        responses: {
          '200': {
            description: 'OK',
            headers: { 'X-Limit': { required: true, schema: { type: 'integer' } } },
            ...body('Thing'),
          },
          '404': notFound,
        },
      },
      patch: {
        operationId: 'patchThing',
        deprecated: true,
        requestBody: {
          required: true,
          ...body(
            'Patch',
            { stop: { summary: 'Stops.', value: { steps: [{ kind: 'stop' }] } } },
            'application/json; of=steps',
          ),
        },
        responses: {
          '200': { description: 'OK', ...body('Thing') },
          '204': { description: 'Nothing' },
          '404': notFound,
        },
      },
    },
  },
  components: {
    examples: { failed },
    parameters: { thingKey: { name: 'thingKey', in: 'path', required: true } },
    schemas: {
      Failure: object({ message: { type: 'string' } }, ['message']),
      Thing: object(
        { name: { type: ['string', 'null'] }, state: { type: 'string', enum: ['on'], 'x-open-enum': true }, any: {} },
        ['name'],
      ),
      Patch: object({ steps: { type: 'array', items: ref('Step') } }, ['steps']),
      Step: { anyOf: [ref('KnownStep'), ref('OtherStep')] },
      KnownStep: { oneOf: [ref('Start'), ref('Stop')], discriminator: { propertyName: 'kind' } },
      Start: object({ kind: { type: 'string', const: 'start' }, count: { type: 'integer' }, value: {} }, [
        'kind',
        'count',
      ]),
      Stop: object({ kind: { type: 'string', const: 'stop' } }, ['kind']),
      OtherStep: object({ kind: { type: 'string', not: { enum: ['start', 'stop'] } } }, ['kind']),
    },
  },
} as unknown as ContractDocument;

let folder: string;
const load = (name: string) => import(pathToFileURL(join(folder, name)).href);
const bundled = async (code: string) => {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'generators-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "sideEffects": false }');
  for (const [name, write] of Object.entries({ operations, examples, validators })) {
    writeFileSync(join(folder, `${name}.js`), write(document)[0]);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the operations', () => {
  it('have what the document says of each: where it is, what it takes and what it gives', async () => {
    const { getThing, patchThing, operations: all } = (await load('operations.js')) as Record<string, Operation>;
    expect(getThing).toEqual({
      id: 'getThing',
      method: 'GET',
      path: '/things/{thingKey}',
      deprecated: false,
      parameters: [
        { name: 'thingKey', in: 'path', required: true },
        { name: 'expand', in: 'query', required: false },
      ],
      responses: {
        200: { content: { 'application/json': 'Thing' }, headers: { 'x-limit': { type: 'integer', required: true } } },
        404: { content: { 'application/json': 'Failure' }, headers: {} },
      },
    });
    expect(patchThing).toMatchObject({
      method: 'PATCH',
      deprecated: true,
      request: { required: true, content: { 'application/json; of=steps': 'Patch' } },
      responses: { 204: { content: {}, headers: {} } },
    });
    expect(Object.keys(all as object)).toEqual(['getThing', 'patchThing']);
  });

  it('are not in a bundle that does not use them', async () => {
    const code = await bundled(`export { getThing } from './operations.js'`);
    expect(code).toContain('getThing');
    expect(code).not.toContain('patchThing');
  });
});

describe('the examples', () => {
  it('are by operation, status and name; a value that operations share is written once', async () => {
    const { examples: all, patchThing404Failed, patchThingRequestStop } = await load('examples.js');
    expect(all.patchThing.request.stop).toEqual({ summary: 'Stops.', value: { steps: [{ kind: 'stop' }] } });
    expect(all.getThing.responses[404].failed).toEqual(failed);
    expect(all.getThing.responses[404].failed.value).toBe(patchThing404Failed);
    expect(patchThingRequestStop).toBe(all.patchThing.request.stop.value);
  });

  it('are each dropped from a bundle that does not use them', async () => {
    expect(await bundled(`export { patchThingRequestStop } from './examples.js'`)).not.toContain('message');
  });
});

describe('the validators', () => {
  const check = async (name: string, value: unknown) => {
    const { validators: all } = (await load('validators.js')) as { validators: Record<string, Validator> };
    const validator = all[name] as Validator;
    const { issues, additions } = compare(validator, value, 'sent');
    const places = [...issues, ...additions].map(({ rule, pointer }) => `${rule} ${pointer}`);
    return { isExact: validator.isExact(value), places };
  };

  it.each([
    ['an alternative by its kind', { steps: [{ kind: 'start', count: 1 }, { kind: 'stop' }] }, true, []],
    [
      'a value of an alternative that is wrong',
      { steps: [{ kind: 'start', count: '1' }] },
      false,
      ['type /steps/0/count'],
    ],
    ['a kind that only the open alternative takes', { steps: [{ kind: 'jump' }] }, true, []],
    ['no kind', { steps: [{}] }, false, ['required /steps/0/kind']],
    ['another type than any alternative', { steps: ['stop'] }, false, ['type /steps/0']],
    ['an open value that is plainly JSON', { steps: [{ kind: 'start', count: 1, value: 'x' }] }, true, []],
    ['an open value to look into', { steps: [{ kind: 'start', count: 1, value: [1] }] }, false, []],
    [
      'an open value that JSON loses',
      { steps: [{ kind: 'start', count: 1, value: [new Map()] }] },
      false,
      ['json /steps/0/value/0'],
    ],
  ])('judge %s', async (_title, value, isExact, places) => {
    expect(await check('Patch', value)).toEqual({ isExact, places });
  });

  it('take null where it is allowed, and anything where a response has anything', async () => {
    expect(await check('Thing', { name: null, state: 'on', any: { deep: [1] } })).toEqual({
      isExact: true,
      places: [],
    });
    expect(await check('Thing', { name: 5, state: 'off' })).toEqual({
      isExact: false,
      places: ['type /name', 'enum /state'],
    });
  });

  it('are each dropped from a bundle that does not use them', async () => {
    const code = await bundled(`export { isFailure } from './validators.js'`);
    expect(code).toContain('message');
    expect(code).not.toMatch(/kind|state/);
  });

  it.each([
    [
      'oneOf without a property that tells',
      { Step: { oneOf: [ref('Start'), ref('Thing')] } },
      'Step has alternatives that no required property discriminates.',
    ],
    [
      'a keyword',
      { Failure: object({ message: { type: 'string', minLength: 1 } }) },
      'Failure.message has minLength, which the validators do not know.',
    ],
    [
      'a format',
      { Failure: object({ message: { type: 'string', format: 'uuid' } }) },
      'Failure.message has the format uuid, which the validators do not know.',
    ],
    [
      'a closed object',
      { Failure: { ...object({}), additionalProperties: false } },
      'Failure is closed, but bodies are open.',
    ],
    [
      'two meanings of a property',
      { Failure: { ...object({ a: { type: 'string' } }), allOf: [object({ a: { type: 'integer' } })] } },
      'Failure describes a in two ways.',
    ],
    [
      'a required property without a description',
      { Failure: object({}, ['a']) },
      'Failure requires a, but does not describe it.',
    ],
    [
      'a schema that contains itself',
      { Failure: object({ cause: ref('Failure') }) },
      'Failure contains itself, which the validators do not know.',
    ],
    ['a body without a name', {}, 'The body of patchThing must refer to a schema of its own file.'],
  ])('refuse %s, with its place', (title, schemas, message) => {
    const changed = structuredClone(document) as unknown as {
      components: { schemas: object };
      paths: Record<string, { patch: { requestBody: object } }>;
    };
    Object.assign(changed.components.schemas, schemas);
    const { patch } = changed.paths['/things/{thingKey}'] as { patch: { requestBody: object } };
    if (title === 'a body without a name')
      patch.requestBody = { content: { 'application/json': { schema: { type: 'object' } } } };
    expect(() => validators(changed as unknown as ContractDocument)).toThrow(message);
  });
});
