import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../bench/size.ts';
import { validateIterationInput, validateIterationRep } from '../../src/contract/validate.ts';
import * as entry from '../../src/examples.ts';
import { requestExamples, responseExamples } from '../support/document.ts';

const { iterationInput, iterationRep } = entry;
const pascalCase = (name: string) => name.replace(/(?:^|-)(\w)/g, (_dash, letter: string) => letter.toUpperCase());

describe('the examples', () => {
  it.each([
    ...requestExamples.map(([name, value]) => ({ constant: `createIterationRequest${pascalCase(name)}`, value })),
    ...responseExamples('200').map(([name, value]) => ({ constant: `createIteration200${pascalCase(name)}`, value })),
    ...responseExamples('429').map(([name, value]) => ({ constant: `createIteration429${pascalCase(name)}`, value })),
  ])('have $constant as the contract has it', ({ constant, value }) => {
    expect((entry as Record<string, unknown>)[constant]).toEqual(value);
  });

  it('make a valid request and a valid response, with what a test is about', () => {
    expect(validateIterationInput(iterationInput()).issues).toBeUndefined();
    expect(validateIterationRep(iterationRep()).issues).toBeUndefined();
    expect(iterationInput({ hypothesis: 'Mine' })).toEqual({ ...iterationInput(), hypothesis: 'Mine' });
    expect(iterationRep({ status: 'running', startedAt: 1 })).toEqual({
      ...iterationRep(),
      status: 'running',
      startedAt: 1,
    });
    // @ts-expect-error a hypothesis is a text
    iterationInput({ hypothesis: 5 });
    // @ts-expect-error there is no such property
    iterationRep({ state: 'running' });
  });

  it('leave out what is undefined', () => {
    expect(iterationRep({ flags: undefined })).not.toHaveProperty('flags');
  });

  it('make a copy each time', () => {
    const first = iterationInput();
    (first.metrics as unknown[]).length = 0;
    expect(iterationInput().metrics).not.toEqual([]);
  });

  it('cost a bundle no more than those that it uses', async () => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'examples-'));
    const file = join(folder, 'story.ts');
    const source = JSON.stringify(resolve('src/examples.ts'));
    writeFileSync(file, `import { iterationRep } from ${source};\nconsole.log(iterationRep());`);
    const whole = await sizeOf('src/examples.ts');
    expect(await sizeOf(file)).toBeLessThan(whole / 4);
    rmSync(folder, { recursive: true });
  });
});
