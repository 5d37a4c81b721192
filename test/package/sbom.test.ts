import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Bom, problemsOf, writeBom } from '../../scripts/sbom.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const dependencies = Object.keys(manifest.dependencies);
const text = writeBom(manifest, lock);
const bom: Bom = JSON.parse(text);

describe('the bill of materials', () => {
  it('lists what users install with the package, and neither optional peers nor what developers need', () => {
    const names = bom.components.map(({ name }) => name);
    expect(names).toEqual(['commander', 'openapi-fetch', 'openapi-typescript-helpers', 'yaml']);
  });

  it('is named after the package, and names no folder of the machine that wrote it', () => {
    expect(JSON.parse(text).metadata.component.name).toBe(manifest.name);
    expect(text).not.toMatch(/\/tmp|\/home|\/work|file:/);
  });

  it('passes as it is', () => {
    expect(problemsOf(bom, dependencies)).toEqual([]);
  });

  it('is refused for a component whose licence is not allowed, with what to do', () => {
    const planted = structuredClone(lock);
    planted.packages['node_modules/yaml'].license = 'GPL-3.0-only';
    const problems = problemsOf(JSON.parse(writeBom(manifest, planted)), dependencies);
    expect(problems).toEqual([
      expect.stringMatching(/^yaml@\S+ has the licence GPL-3\.0-only; allowed are MIT and ISC\. Replace it, or add/),
    ]);
  });

  it('is refused for a component without a licence', () => {
    const planted = structuredClone(lock);
    delete planted.packages['node_modules/yaml'].license;
    const problems = problemsOf(JSON.parse(writeBom(manifest, planted)), dependencies);
    expect(problems).toEqual([expect.stringMatching(/^yaml@\S+ has no licence; /)]);
  });

  it('is refused when it lacks a dependency', () => {
    const lacking = { components: bom.components.filter(({ name }) => name !== 'yaml') };
    expect(problemsOf(lacking, dependencies)).toEqual([
      expect.stringContaining('yaml is a dependency in package.json'),
    ]);
  });
});
