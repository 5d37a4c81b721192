import type { Bump, Found } from './found.ts';
import { list, same, tree } from './json.ts';

/** Says what changed, as a sentence that starts with its place: "Request: `a.b` now a number, was a string". */
export function words(found: Found, operations: number): string {
  const { part, at, operation } = found.place;
  const where = operations > 1 && operation ? `${operation}, ${part.toLowerCase()}` : part;
  return `${where}: ${[at, what(found)].filter(Boolean).join(' ')}`;
}

function what(found: Found): string {
  const { kind, node, property, before, after } = found;
  if (kind === 'modified' && property !== undefined) return modified(found, property);
  switch (node) {
    case 'ServerOrder':
      return `${impactOfOrder(before, after)}`;
    case 'Schema':
      if (found.place.keys.at(-1) === 'schema') return kind === 'added' ? 'has a schema now' : 'has no schema any more';
      if (kind === 'added') return isBranch(found) ? 'is a new variant' : 'is new';
      return isBranch(found) ? 'is no longer a variant' : 'is gone';
    case 'AnyOf':
    case 'OneOf':
      return kind === 'added'
        ? `must now match one of ${list(after).length} variants`
        : 'no longer has to match a variant';
    case 'SchemaProperties':
      return kind === 'added'
        ? `are new: ${values(Object.keys(tree(after)))}`
        : `are gone: ${values(Object.keys(tree(before)))}`;
    case 'RequestBody':
      if (kind === 'added') return tree(after)['required'] === true ? 'has a required body now' : 'may have a body now';
      return 'has no body any more';
    case 'Parameter':
      if (kind === 'added') return tree(after)['required'] === true ? 'is new and required' : 'is new';
      return 'is gone';
    case 'Server':
      return kind === 'added' ? 'is new' : 'is gone';
    case 'SecurityRequirement':
    case 'SecurityRequirementList':
      return kind === 'added' ? `now takes ${schemes(after)}` : `no longer asks for ${schemes(before)}`;
    default:
      return kind === 'added' ? 'is new' : kind === 'removed' ? 'is gone' : 'changed';
  }
}

function modified({ node, place, before, after }: Found, property: string): string {
  switch (property) {
    case 'type':
      return `now ${typeText(after)}, was ${typeText(before)}`;
    case 'enum':
      return enumText(place.side === 'answer', before, after);
    case 'required':
      return Array.isArray(before) || Array.isArray(after)
        ? requiredText(list(before), list(after))
        : after === true
          ? 'is now required'
          : 'is now optional';
    case 'deprecated':
      return after === true ? 'is deprecated' : 'is no longer deprecated';
    case 'description':
    case 'summary':
    case 'title':
    case 'x-further-text':
      return before === undefined ? `has a ${name(property)} now` : `has another ${name(property)}`;
    case 'value':
    case 'example':
    case 'examples':
      return 'has other examples';
    case 'key':
      return `takes the place of ${code(before)}`;
    case 'readOnly':
      return after === true ? 'is no longer taken (read-only)' : 'is now taken (no longer read-only)';
    case 'writeOnly':
      return after === true ? 'is no longer answered (write-only)' : 'is now answered (no longer write-only)';
    case 'x-discriminator-values':
      return `decides by ${code(after)} now, by ${code(before)} before`;
    case 'x-match':
      return `must match ${after} of its variants, ${before} before`;
    case 'x-open-enum':
      return after === true ? 'may now hold values that are not listed' : 'holds no values but those that are listed';
    default: {
      const subject = node === 'SecurityRequirement' ? `scopes of ${code(property)}` : code(property);
      return after === undefined
        ? `no longer has ${subject}, was ${value(before)}`
        : `${subject} now ${value(after)}, ${before === undefined ? 'was left out' : `was ${value(before)}`}`;
    }
  }
}

/** Who has to do what because of a change that breaks them; undefined for other changes. */
export function consequence(found: Found, bump: Bump): string | undefined {
  if (bump !== 'major') return undefined;
  const { place, kind, property, before, after } = found;
  if (property === 'operationId') return 'generated clients name their function after it';
  if (found.node === 'ServerOrder') return 'callers that name no server reach another one';
  if (place.side === 'request') {
    if (['AnyOf', 'OneOf'].includes(found.node) && kind === 'added') return 'callers that match no variant are refused';
    if (property === 'type' && isDisjoint(before, after)) {
      return isRequired(found) ? 'every existing caller must change' : 'every caller that sends it must change';
    }
    if (property === 'required' || (kind === 'added' && found.node !== 'Schema'))
      return 'callers that leave it out are refused';
    if (kind === 'removed' && found.node !== 'Schema') return 'what callers send there is no longer understood';
    if (kind === 'removed' && !isBranch(found)) return 'what callers send there is no longer understood';
    if (property === 'default') return 'callers that leave it out get something else';
    return 'callers that send what is no longer accepted are refused';
  }
  if (place.side === 'answer') {
    if (property === 'enum' && after !== undefined) return 'breaks exhaustive switches; tolerant readers expect it';
    if (kind === 'removed' || property === 'required' || property === 'writeOnly' || property === 'key') {
      return 'readers that count on it find nothing';
    }
    return 'readers meet values that they do not know';
  }
  return 'callers that use it reach nobody';
}

/** Whether no value of the one type is of the other. */
function isDisjoint(before: unknown, after: unknown): boolean {
  const kinds = (type: unknown) => [type].flat().map((one) => (one === 'integer' ? 'number' : one));
  return before !== undefined && !kinds(before).some((one) => kinds(after).includes(one));
}

/** Whether every object has the property that changed its type, in both documents. */
function isRequired({ place }: Found): boolean {
  return place.required === true;
}

function isBranch({ place }: Found): boolean {
  return ['anyOf', 'oneOf', 'allOf'].includes(place.keys.at(-2) ?? '');
}

function enumText(answer: boolean, before: unknown, after: unknown): string {
  if (after === undefined) return 'may be any value of its type';
  if (before === undefined) return `is one of ${values(list(after))} only`;
  const gained = list(after).filter((one) => !list(before).some((other) => same(one, other)));
  const lost = list(before).filter((one) => !list(after).some((other) => same(one, other)));
  const gains = gained.length > 0 ? `may also be ${values(gained)}` : '';
  const losses =
    lost.length > 0 ? `${answer ? 'is never' : 'may no longer be'} ${values(lost)}${answer ? ' any more' : ''}` : '';
  return [losses, gains].filter(Boolean).join(' and ');
}

function requiredText(before: unknown[], after: unknown[]): string {
  const added = after.filter((name) => !before.includes(name));
  const gone = before.filter((name) => !after.includes(name));
  return [
    added.length > 0 ? `now requires ${values(added)}` : '',
    gone.length > 0 ? `no longer requires ${values(gone)}` : '',
  ]
    .filter(Boolean)
    .join(' and ');
}

function impactOfOrder(before: unknown, after: unknown): string {
  const [first, second] = [list(before)[0], list(after)[0]];
  return first === second ? 'stand in another order' : `the default is now ${code(second)}, was ${code(first)}`;
}

function schemes(requirement: unknown): string {
  const all = [requirement].flat().map((one) => Object.keys(tree(one)).map(code).join(' and ') || 'nothing');
  return all.join(', or ');
}

function typeText(type: unknown): string {
  const all = [type ?? []]
    .flat()
    .map((one) => (one === 'null' ? 'null' : `${/^[aio]/.test(String(one)) ? 'an' : 'a'} ${one}`));
  return all.length > 0 ? all.join(' or ') : 'anything';
}

const name = (property: string) => (property === 'x-further-text' ? 'description' : property);
/** The text as code; a text that would end the code, or the line, cannot. */
const code = (text: unknown) => `\`${String(text).replace(/[`\s]+/g, ' ')}\``;
const values = (all: unknown[]) => all.map(value).join(', ');

function value(any: unknown): string {
  const text = typeof any === 'string' ? any : JSON.stringify(any);
  return code(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}
