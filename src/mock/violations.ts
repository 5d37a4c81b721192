/** What Prism reports of a request that breaks the contract. */
export interface Violation {
  /** Where: `body`, `header` or `path`, then the keys and indexes down to the value. */
  path?: (string | number)[];
  /** The JSON Schema keyword that failed, or an HTTP status for what is not about a schema. */
  code?: string | number;
  message: string;
}

/**
 * Says what is wrong with a request, one sentence a problem, each with its place as a JSON Pointer into the body.
 *
 * @param violations What Prism reported, in its order.
 * @param body The body that was sent.
 */
export function explain(violations: readonly Violation[], body: unknown): string[] {
  const sentences: string[] = [];
  let alternatives: string[] = [];
  for (const violation of violations) {
    const pointer = pointerOf(violation);
    const missing = /'(.*)'/.exec(violation.message)?.[1];
    if (violation.code === 'required' && missing !== undefined) alternatives.push(`${pointer}/${missing}`);
    if (violation.code === 'anyOf') {
      // The branches report first, each what it lacks; together they are one problem.
      sentences.splice(sentences.length - alternatives.length);
      if (alternatives.length > 0) sentences.push(`${alternatives.join(' or ')} must be present.`);
    } else {
      sentences.push(sentence(violation, pointer, missing, body));
    }
    if (violation.code !== 'required') alternatives = [];
  }
  return [...new Set(sentences)];
}

function sentence({ code, message }: Violation, pointer: string, missing: string | undefined, body: unknown): string {
  if (code === 'required' && missing !== undefined) return `${pointer}/${missing} must be present.`;
  const type = /must be ([\w,]+)$/.exec(message)?.[1];
  if (code !== 'type' || type === undefined) return `${message.replace(/^Request /, 'The ')}.`;
  const value = valueAt(pointer, body);
  const hint = type === 'object' && isJsonObjectText(value) ? ': send the object itself, not its JSON text' : '';
  return `${pointer || 'The body'} must be ${withArticle(type)}, but is ${kindOf(value)}${hint}.`;
}

function pointerOf({ path = [] }: Violation): string {
  return path[0] === 'body' ? path.slice(1).reduce<string>((pointer, key) => `${pointer}/${key}`, '') : '';
}

/** The keys of a pointer from Prism are still escaped, `~1` for a slash and `~0` for a tilde. */
function valueAt(pointer: string, body: unknown): unknown {
  const keys = pointer.split('/').slice(1);
  return keys.reduce<unknown>((value, key) => {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  }, body);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a number with a fraction';
  return withArticle(typeof value);
}

function withArticle(type: string): string {
  return type === 'null' ? type : `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`;
}

function isJsonObjectText(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null;
  } catch {
    return false;
  }
}
