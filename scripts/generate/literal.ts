/** Writes values of JSON as code, and the types that have exactly one value each. */

/** Writes what is neither an object nor an array: as JSON, or with `String` what is code already. */
type Leaf = (value: unknown) => string;

/** Returns the code of a value. */
export const literal = (value: unknown, leaf: Leaf = JSON.stringify) => write(value, '', leaf, '');

/** Returns the type whose only value is the given one, read-only at every depth. */
export const literalType = (value: unknown, leaf: Leaf = JSON.stringify) => write(value, '', leaf, 'readonly ');

/** Returns constants by name as an ES module and its declarations, which say the value of each. */
export function constantsOf(values: (readonly [name: string, value: unknown])[]): [code: string, declarations: string] {
  const code = values.map(([name, value]) => `export const ${name} = ${literal(value)};\n`);
  const declarations = values.map(([name, value]) => `export declare const ${name}: ${literalType(value)};\n`);
  return [code.join('\n'), declarations.join('\n')];
}

const widest = 118;

/** What fits into a line is in one line; what is undefined is left out, as JSON does. */
function write(value: unknown, indent: string, leaf: Leaf, modifier: string): string {
  if (typeof value !== 'object' || value === null) return leaf(value);
  const inner = `${indent}  `;
  const isArray = Array.isArray(value);
  const known = Object.entries(value).filter(([, item]) => item !== undefined);
  const parts = known.map(([key, item]) => {
    const text = write(item, inner, leaf, modifier);
    return isArray ? text : `${modifier}${nameOf(key)}: ${text}`;
  });
  const [open, close] = isArray ? [`${modifier}[`, ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  const separator = modifier && !isArray ? ';' : ',';
  const space = isArray ? '' : ' ';
  const line = `${open}${space}${parts.join(`${separator} `)}${space}${close}`;
  if (!line.includes('\n') && indent.length + line.length <= widest) return line;
  return `${open}\n${parts.map((part) => `${inner}${part}${separator}\n`).join('')}${indent}${close}`;
}

function nameOf(key: string): string {
  // A plain `__proto__` would set the prototype.
  if (key === '__proto__') return '["__proto__"]';
  return /^([A-Za-z_$][\w$]*|0|[1-9]\d*)$/.test(key) ? key : JSON.stringify(key);
}

/** Writes a name or a title as one word: `draft-two-treatments` becomes `DraftTwoTreatments`. */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_separator, letter: string) => letter.toUpperCase());
}
