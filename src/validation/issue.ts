import type { ValidationError, Validator } from '../../generated/validators.d.ts';

/** One thing that is wrong with a value, with its place. It is an issue of Standard Schema as well. */
export interface Issue {
  /** What is wrong and what to do, in a sentence. It never repeats the value. */
  readonly message: string;
  /** The keys and indexes down to the place. */
  readonly path: readonly (string | number)[];
  /** The place as a JSON Pointer (RFC 6901); empty for the whole value. */
  readonly pointer: string;
  /**
   * The keyword of JSON Schema that failed, such as `type` or `required`. `additionalProperties` stands for a property
   * that the contract does not know, `enum` for a value that it does not know.
   */
  readonly rule: string;
  /** The kind of value that was found, such as `string`, `integer`, `null` or `absent`. */
  readonly found: string;
}

/** Validates a value and returns what is wrong with it, the most useful first. */
export function issuesOf(validator: Validator, value: unknown): Issue[] {
  if (validator(value)) return [];
  const issues: Issue[] = [];
  let alternatives: string[] = [];
  for (const error of validator.errors ?? []) {
    if (error.keyword === 'anyOf' && alternatives.length > 0) {
      // The alternatives report first, each what it lacks; together they are one problem.
      issues.splice(issues.length - alternatives.length);
      issues.push(issueOf(error, value, `${alternatives.join(' or ')} must be present; both may be.`));
    } else if (error.keyword !== 'anyOf') {
      issues.push(issueOf(error, value));
    }
    alternatives = error.keyword === 'required' ? [...alternatives, String(error.params['missingProperty'])] : [];
  }
  // A value of a wrong type breaks its other rules too, and alternatives repeat each other.
  const wrongTypes = new Set(issues.filter(({ rule }) => rule === 'type').map(({ pointer }) => pointer));
  const telling = issues.filter(({ rule, pointer }) => rule === 'type' || !wrongTypes.has(pointer));
  const unique = [...new Map(telling.map((issue) => [`${issue.rule} ${issue.pointer}`, issue])).values()];
  return unique.sort((a, b) => usefulness(a) - usefulness(b));
}

/** What stands nearer to the root comes first: to mend it may mend the rest. */
function usefulness({ path, rule }: Issue): number {
  return path.length + (rule === 'anyOf' ? 0.5 : 0);
}

function issueOf(error: ValidationError, root: unknown, message?: string): Issue {
  const { keyword: rule, params } = error;
  const name = params['missingProperty'] ?? params['additionalProperty'];
  const path = error.instancePath.split('/').slice(1).map(unescapeKey);
  const place = typeof name === 'string' ? [...path, name] : path;
  const value = valueAt(root, place);
  const found = kindOf(value);
  return {
    message: message ?? sentence(rule, nameOf(withIndexes(root, place)), params, value),
    path: withIndexes(root, place),
    pointer: place.map((key) => `/${escapeKey(key)}`).join(''),
    rule,
    found,
  };
}

function sentence(rule: string, name: string, params: Record<string, unknown>, value: unknown): string {
  const found = kindOf(value);
  if (rule === 'required') return `${name} must be present.`;
  if (rule === 'additionalProperties') return `${name} is not in the contract; it may be a typo.`;
  if (rule === 'enum') return `${name} is not one of the known values ${[params['allowedValues']].flat().join(', ')}.`;
  const expected = [params['type']].flat().join(' or ');
  if (rule !== 'type') return `${name} breaks the rule ${rule}.`;
  if (expected === 'object' && isObjectText(value)) {
    return `${name} must be an object, but is its JSON text: send the object itself, not a string.`;
  }
  return `${name} must be ${withArticle(expected)}, but is ${withArticle(found)}.`;
}

/** The place as people write it, `treatments[0].baseline`. */
function nameOf(path: (string | number)[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return text.replace(/^\./, '') || 'The body';
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    root,
  );
}

/** JSON Pointer writes an index as any other key; in a path of Standard Schema it is a number. */
function withIndexes(root: unknown, path: readonly string[]): (string | number)[] {
  return path.map((key, depth) => (Array.isArray(valueAt(root, path.slice(0, depth))) ? Number(key) : key));
}

/** The kind of a value in the terms of JSON Schema. */
function kindOf(value: unknown): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function withArticle(kind: string): string {
  if (kind === 'null' || kind === 'absent') return kind;
  return `${/^[aio]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

function isObjectText(value: unknown): boolean {
  try {
    const parsed: unknown = typeof value === 'string' && JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null;
  } catch {
    return false;
  }
}

const escapeKey = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
const unescapeKey = (key: string) => key.replaceAll('~1', '/').replaceAll('~0', '~');
