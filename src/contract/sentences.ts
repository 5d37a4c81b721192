/** Writes the messages of issues: what is wrong, and how to fix it if the value shows how. */
import type { Schema } from '../../generated/validators.d.ts';
import type { Place, Sentence } from './issue.ts';
import { isOfJson, kindOf } from './kind.ts';

/** The properties that an iteration read from the API has instead. */
const readBack: Readonly<Record<string, string>> = {
  ruleId: 'targetingRule',
  primarySingleMetricKey: 'primarySingleMetric',
  primaryFunnelKey: 'primaryFunnel',
};

/** Says that a value is of the wrong kind. */
export function wrongKind(name: string, place: Place, types: readonly string[], found: string): Sentence {
  const expected = `${name} must be ${types.map(withArticle).join(' or ')}`;
  const { value, key, parent } = place;
  const text = typeof value === 'string' && value.length <= 100_000 ? parsed(value) : undefined;
  const textKind = kindOf(text);
  if (typeof text === 'object' && types.includes(textKind)) {
    return [`${expected}, but is its JSON text`, `send the ${textKind} itself, not a string`];
  }
  const what = `${expected}, but is ${withArticle(found)}`;
  if (types.includes(textKind) && String(text) === value) return [what, `write ${text}, without quotes`];
  if (typeof value === 'number' && types.includes('string') && isOfJson(found)) return [what, `write "${value}"`];
  const entries = parent?.schema?.additionalProperties?.properties;
  const isInside = entries && Object.hasOwn(entries, String(key));
  if (isInside) return [what, `put ${key} inside an entry, as { "key": { ${key} } }`];
  return isOfJson(found) || found === 'absent' ? [what] : [`${what}, ${notAsItIs}`, plainly];
}

/** Says that a required property is missing. */
export function missing(name: string, { parent, key }: Place): Sentence {
  const what = `${name} must be present`;
  const misplaced = parent ? strays(parent, parent.schema?.properties?.[String(key)]) : [];
  if (misplaced.length > 0) {
    return [what, `put ${misplaced.join(' and ')} into it, as ${key}: [{ ${misplaced.join(', ')} }]`];
  }
  const source = readBack[String(key)];
  if (source === undefined || !has(parent?.value, source)) return [what];
  return [what, `an iteration that was read from the API has it as ${source}`];
}

/** Says that none of several sets of properties is present. */
export function noneOf({ value }: Place, sets: readonly (readonly string[])[]): Sentence {
  const what = `${sets.map((set) => set.join(' with ')).join(' or ')} must be present; both may be`;
  const mapping = sets.flat().flatMap((key) => {
    const source = readBack[key];
    return source !== undefined && has(value, source) ? [`${key} is ${source}.key`] : [];
  });
  if (mapping.length === 0) return [what];
  return [what, `in an iteration that was read from the API, ${mapping.join(' and ')}`];
}

/** How deeply the objects and arrays of a value that is sent may be nested. */
const maxDepth = 100;

const notAsItIs = 'which JSON cannot represent unchanged';
const plainly = 'send plain data';

/** Says why JSON would lose or change a value, or never finish it; `undefined` if it represents it unchanged. */
export function lossOf({ value, schema, parent }: Place, kind: string, depth: number): Sentence | undefined {
  // Where the schema is open, a number is sent as JavaScript has it; a documented integer has to be exact.
  if (kind === 'integer' && schema?.type === 'integer' && !Number.isSafeInteger(value)) {
    return ['is beyond 2^53, where a JavaScript number is not exact'];
  }
  if (kind === 'absent') return ['is absent, which JSON would send as null'];
  if (!isOfJson(kind)) return [`is ${withArticle(kind)}, ${notAsItIs}`, plainly];
  if (kind !== 'array' && kind !== 'object') return undefined;
  if (depth > maxDepth) return [`is nested more than ${maxDepth} levels deep`];
  for (let above = parent; above; above = above.parent) if (above.value === value) return ['contains itself'];
  return undefined;
}

/** The unknown properties of an object that belong inside one that is missing. */
function strays({ value, schema }: Place, lacking: Schema | undefined): string[] {
  const known = lacking?.items?.properties ?? {};
  return Object.keys(known).filter((key) => !Object.hasOwn(schema?.properties ?? {}, key) && has(value, key));
}

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withArticle(kind: string): string {
  if (/^(null|absent|NaN|-?Infinity)$/.test(kind)) return kind;
  return `${/^[aeio]/i.test(kind) ? 'an' : 'a'} ${kind}`;
}
