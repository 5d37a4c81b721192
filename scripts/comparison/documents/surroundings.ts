/** Compares what stands around the operations: servers, authentication, and the words about the document. */
import { jsonText, list, own, same, type Tree, tree, valueAt, without } from '../../lib/json.ts';
import type { Node, Source } from '../../lib/openapi.ts';
import type { Pair } from '../view.ts';
import { itemsOf, type Spot } from './spot.ts';

/** Compares the words about the document, its tags and its servers. */
export function compareSurroundings(root: Spot): void {
  root.fields(['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'webhooks', 'components']);
  // The version says what somebody thought of a change; it is no change.
  root.child('info').fields(['version']);
  for (const tag of root.child('tags').pairs(root.both((_, node) => byName(node, 'tags', 'name')))) {
    const here = tag.at({ part: 'Tags', at: `\`${tag.key}\`` });
    if (!here.isAlone('words', { field: 'tag' })) here.fields();
  }
  compareServers(root.child('servers').at({ part: 'Servers' }), root.both(serversOf));
}

/** The objects of a list by the field that names them. */
function byName(node: Node | undefined, field: string, name: string): Map<string, Node> {
  return new Map(itemsOf(node, field).map((one) => [String(own(one.value, name)), one]));
}

/** The servers that count, those of the first holder or else of the document, by their URLs. */
function serversOf(source: Source, ...holders: (Node | undefined)[]): Map<string, Node> {
  const all = [...holders, { value: source.root, at: '#' }];
  const holder = all.find((node) => list(own(node?.value, 'servers')).length > 0);
  return holder ? byName(holder, 'servers', 'url') : new Map([['/', { value: { url: '/' }, at: '#' }]]);
}

/** Compares the servers of an operation, where it or its path has some of its own. */
export function compareServersOf(operation: Spot, item: Spot): void {
  if ([operation, item].every((spot) => spot.values('servers').every((all) => list(all).length === 0))) return;
  const { before, after } = operation.docs;
  compareServers(operation, [serversOf(before, operation.b, item.b), serversOf(after, operation.a, item.a)]);
}

function compareServers(spot: Spot, [was, is]: Pair<Map<string, Node>>): void {
  for (const server of spot.pairs([was, is])) {
    const here = server.at({ at: `\`${server.key}\`` });
    if (here.isAlone('server')) continue;
    here.fields(['url', 'variables']);
    for (const variable of here.child('variables').entries())
      compareVariable(variable.within(`variable \`${variable.key}\``));
  }
  const [[before = ''], [after]] = [[...was.keys()], [...is.keys()]];
  const kept = [...was.keys()].filter((url) => is.has(url));
  const isReordered = [...is.keys()].filter((url) => was.has(url)).some((url, index) => url !== kept[index]);
  if (is.has(before) && after !== before) spot.add('server default', { field: 'default', before, after });
  else if (isReordered) spot.add('server order', { field: 'servers' });
}

function compareVariable(variable: Spot): void {
  variable.fields(['enum']);
  const [was, is] = variable.values('enum').map((all) => (Array.isArray(all) ? all : undefined));
  const names = (is ? without(was ?? ['others'], is) : []).map((one) => `\`${one}\``).join(', ');
  const isWider = was && (!is || without(is, was).length > 0);
  if (names) variable.add('variable narrower', { field: 'enum', names });
  else if (isWider) variable.add('variable wider', { field: 'enum' });
}

/** The security schemes by their names. */
function schemesOf(root: Spot): Spot {
  const at = '#/components/securitySchemes';
  return root.with(root.both((source) => ({ value: valueAt(source.root, at), at })));
}

/** Finds out what the base calls the schemes that the revision calls otherwise. */
export function findRenamedSchemes(root: Spot): void {
  const schemes = schemesOf(root).entries();
  const text = (node: Node | undefined) => jsonText({ ...lowered(node?.value), description: undefined });
  const old = new Map(schemes.filter(({ b }) => b).map(({ key, b }) => [text(b), key]));
  for (const { key, b, a } of schemes) if (!b && old.has(text(a))) root.docs.renamed.set(key, old.get(text(a)) ?? '');
}

/** RFC 9110: the names of authentication schemes and header fields are case-insensitive. */
function lowered(value: unknown): Tree {
  const scheme = tree(value);
  const key = scheme['type'] === 'http' ? 'scheme' : scheme['in'] === 'header' ? 'name' : undefined;
  return key === undefined ? scheme : { ...scheme, [key]: String(scheme[key]).toLowerCase() };
}

/** Requirements any one of which is enough: the scopes by the names of schemes. None at all is the empty one. */
type Requirement = { [scheme: string]: string[] };

function requirementsOf(security: Node | undefined, renamed: Map<string, string>): Requirement[] {
  const scopes = (all: unknown) => [...new Set(list(all).map(String))].sort();
  const read = (one: unknown) =>
    Object.entries(tree(one)).map(([name, all]) => [renamed.get(name) ?? name, scopes(all)] as const);
  const all: Requirement[] = list(security?.value).map((one) => Object.fromEntries(read(one)));
  return [...new Map((all.length > 0 ? all : [{}]).map((one) => [jsonText(one), one])).values()];
}

/** What an operation requires, or else the document. */
function securityOf({ root }: Source, operation: Node | undefined): Node {
  const isOwn = own(operation?.value, 'security') !== undefined;
  const { value, at } = operation && isOwn ? operation : { value: root, at: '#' };
  return { value: own(value, 'security'), at: `${at}/security` };
}

/** Compares what authorizes the requests of an operation. */
export function compareSecurity(operation: Spot): void {
  const { renamed, met } = operation.docs;
  const here = operation.with(operation.both(securityOf));
  const [was, is] = [requirementsOf(here.b, new Map()), requirementsOf(here.a, renamed)];
  for (const name of [...was, ...is].flatMap((one) => Object.keys(one))) met.add(`scheme ${name}`);
  const [lost, gained] = [without(was, is), without(is, was)];
  const [one = {}, other = {}] = [lost[0], gained[0]];
  const names = (all: Requirement) => Object.keys(all).sort();
  if (lost.length === 1 && gained.length === 1 && same(names(one), names(other))) {
    for (const [field, scopes] of Object.entries(one)) {
      const now = other[field] ?? [];
      const kind = without(now, scopes).length === 0 ? 'scopes fewer' : 'scopes other';
      if (!same(scopes, now)) here.add(kind, { field, before: scopes, after: now });
    }
    return;
  }
  // Who satisfies a requirement satisfies one that asks for less.
  const covers = (less: Requirement, more: Requirement) =>
    Object.entries(less).every(([name, scopes]) => name in more && without(scopes, more[name]).length === 0);
  for (const before of lost) {
    const kind = is.some((after) => covers(after, before)) ? 'security eased' : 'security removed';
    here.add(kind, { before, after: undefined, names: shown(before) });
  }
  for (const after of gained) here.add('security added', { before: undefined, after, names: shown(after) });
}

function shown(requirement: Requirement): string {
  const schemes = Object.entries(requirement).map(([name, scopes]) => `\`${[name, ...scopes].join(' ')}\``);
  return schemes.join(' and ') || 'no credentials';
}

/** Compares the security schemes that both documents have and some operation asks for. */
export function compareSchemes(root: Spot): void {
  const { renamed, met } = root.docs;
  for (const scheme of schemesOf(root).entries((name) => renamed.get(name) ?? name)) {
    if (!scheme.isInBoth || !met.has(`scheme ${scheme.key}`)) continue;
    const here = scheme.at({ part: 'Authentication', at: `scheme \`${scheme.key}\`` });
    const [was, now] = [lowered(scheme.b?.value), lowered(scheme.a?.value)];
    const isSame = (field: string) => was[field] === now[field];
    here.fields(['flows', ...['scheme', 'name'].filter(isSame)], {}, { name: 'scheme' });
    for (const flow of here.child('flows').entries()) {
      const at = flow.within(`flow \`${flow.key}\``);
      if (at.isAlone('flow')) continue;
      at.fields(['scopes']);
      for (const scope of at.child('scopes').entries()) {
        const place = scope.within(`scope \`${scope.key}\``);
        const isOther = !place.isAlone('scope') && place.b?.value !== place.a?.value;
        if (isOther) place.add('words changed', { field: 'description' });
      }
    }
  }
}
