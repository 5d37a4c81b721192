/** Compares what is sent and returned: parameters, bodies, responses and their headers. */
import { own, same, tree } from '../../lib/json.ts';
import type { Node, Source } from '../../lib/openapi.ts';
import { itemsOf, type Spot } from './spot.ts';

/** OpenAPI: a header parameter of these names is ignored, for other fields say it. */
const ignored = ['header accept', 'header content-type', 'header authorization'];

/** What the base calls a parameter of the path. */
export type Rename = (name: string) => string;

/** Compares the parameters of an operation, those of its path included. */
export function compareParameters(item: Spot, operation: Spot, rename: Rename): void {
  const { before, after } = operation.docs;
  const was = parametersOf(before, [item.b, operation.b]);
  const is = parametersOf(after, [item.a, operation.a], rename);
  const [gone = '', ...others] = [...was.keys()].filter((key) => !is.has(key));
  const [added = '', ...more] = [...is.keys()].filter((key) => !was.has(key));
  const renamed = operation.with([was.get(gone), is.get(added)]);
  const isRenamed = others.length + more.length === 0 && renamed.isInBoth && isAlike(renamed);
  if (isRenamed) renamed.within(wordsFor(gone)).add('parameter renamed', { names: `\`${added.split(' ')[1]}\`` });
  for (const spot of operation.pairs([was, is])) {
    const where = spot.key.split(' ')[0] ?? '';
    const here = spot.within(wordsFor(spot.key));
    if (here.isInBoth) compareParameter(here, where);
    else if (where === 'path') compareParameter(here.orElse(undeclared), where);
    else if (!isRenamed) here.isAlone(`${isRequired(here) ? 'required ' : ''}parameter`);
  }
}

const isRequired = ({ b, a }: Spot) => own((a ?? b)?.value, 'required') === true;

/** A parameter of the path that is not declared: any text. */
const undeclared = { value: { required: true, schema: { type: 'string' } }, at: '#' };

function parametersOf(source: Source, holders: (Node | undefined)[], rename: Rename = (name) => name) {
  const nodes = holders.flatMap((holder) => itemsOf(holder, 'parameters'));
  const named = nodes.map((one) => {
    const node = source.follow(one);
    const { in: where, name } = tree(node.value);
    const known = where === 'header' ? String(name).toLowerCase() : where === 'path' ? rename(String(name)) : name;
    return [`${where} ${known}`, node] as [string, Node];
  });
  return new Map(named.filter(([key]) => !ignored.includes(key)));
}

const wordsFor = (key: string) => key.replace(/^(\w+) (.*)$/s, '$1 parameter `$2`');

/** Whether two parameters differ in nothing but their names. */
function isAlike(spot: Spot): boolean {
  const isSame = (field: string) => same(...spot.values(field));
  return spot.docs.isSame(spot.views(), 'request') && isSame('in') && isSame('required');
}

/** Compares a parameter or a header. */
function compareParameter(spot: Spot, where: string): void {
  const style = where === 'query' || where === 'cookie' ? 'form' : 'simple';
  const styles = spot.values('style').map((one) => one ?? style);
  // Only lists and objects are written in more than one way, and a list in simple style in one.
  const compound = styles.map((one) => (one === 'simple' ? ['object'] : ['array', 'object']));
  const isPlain = spot.views().every(({ types }, index) => types?.every((one) => !compound[index]?.includes(one)));
  const others = ['in', 'name', 'schema', 'content', ...(isPlain || styles[0] !== styles[1] ? ['explode'] : [])];
  const off = { required: false, allowReserved: false, allowEmptyValue: false, deprecated: false };
  spot.fields(others, { style, explode: styles[0] === 'form', ...off });
  const content = spot.child('content');
  if (content.isInBoth) compareContent(content);
  else if (content.b || content.a) spot.add('serialization changed', { field: 'content' });
  else spot.schema();
}

/** Compares the body of a request. */
export function compareBody(body: Spot): void {
  if ((!body.b && !body.a) || body.isAlone(`${isRequired(body) ? 'required ' : ''}body`)) return;
  body.fields(['content'], { required: false });
  compareContent(body.child('content'));
}

/** RFC 9110: types and parameter names are case-insensitive; RFC 8259: JSON is UTF-8 with or without a charset. */
function mediaType(type: string): string {
  const [name = '', ...parameters] = type.toLowerCase().split(/\s*;\s*/);
  const kept = parameters.filter((parameter) => !(name.endsWith('json') && /^charset="?utf-8"?$/.test(parameter)));
  return [name, ...kept].join('; ');
}

/** Compares content by its media types. */
function compareContent(content: Spot): void {
  const ranges = (key: string) => [`${key.split('/')[0]}/*`, '*/*'];
  for (const media of withFallback(content.entries(mediaType), 'media type', ranges)) {
    const here = media.key === 'application/json' ? media : media.within(`\`${media.key}\``);
    const hasParts = /^multipart\/|form-urlencoded/.test(media.key);
    here.fields(['schema', 'itemSchema'], {}, hasParts ? {} : { encoding: 'words' });
    here.schema();
    here.schema('itemSchema');
  }
}

/** The entries that both documents have. What one alone names is reported, and compared with what covers it in the other. */
function withFallback(entries: Spot[], row: string, coversOf: (key: string) => string[]): Spot[] {
  return entries.flatMap((entry) => {
    if (entry.isInBoth) return [entry];
    const missing = entry.b ? 'a' : 'b';
    const [cover] = coversOf(entry.key).flatMap((key) => entries.filter((one) => one.key === key && one[missing]));
    const here = row === 'media type' ? entry.within(`\`${entry.key}\``) : entry;
    if (cover && entry.b) here.add(`${row} generalized`, { names: `\`${cover.key}\`` });
    else here.isAlone(row);
    const other = cover?.[missing];
    return other ? [entry.orElse(other)] : [];
  });
}

/** Compares the responses of an operation by their statuses. */
export function compareResponses(responses: Spot): void {
  const all = responses.entries((status) => status.replace(/^([1-5])xx$/i, '$1XX'));
  const statuses = all.filter(({ key }) => !key.startsWith('x-'));
  const placed = statuses.map((entry) => entry.at({ part: `Response ${entry.key}` }));
  for (const response of withFallback(placed, 'status', (key) => [`${key[0]}XX`, 'default'])) {
    response.fields(['headers', 'content']);
    compareContent(response.child('content'));
    compareHeaders(response.child('headers'));
  }
}

/** Compares headers. A response that gets its first ones, or loses its last, gets or loses them at once. */
function compareHeaders(headers: Spot): void {
  const all = headers.entries((name) => name.toLowerCase()).filter(({ key }) => key !== 'content-type');
  const isWhole = all.length > 1 && (all.every(({ b }) => !b) || all.every(({ a }) => !a));
  const names = all.map(({ key }) => `\`${key}\``).join(', ');
  if (isWhole) headers.within('headers').add(`headers ${all[0]?.b ? 'removed' : 'added'}`, { names });
  for (const header of isWhole ? [] : all) {
    const here = header.within(`header \`${header.key}\``);
    if (!here.isAlone('header')) compareParameter(here, 'header');
  }
}
