/** Compares what stands around the operations: servers, authentication, and the words about the document. */
import { jsonText, list, own, same, type Tree, tree, valueAt, without } from '../../lib/json.ts';
import type { Node, Source } from '../../lib/openapi.ts';
import type { Spot } from './spot.ts';

/** Compares the words about the document, its tags and its servers. */
export function compareSurroundings(root: Spot): void {
  root.fields(['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'webhooks', 'components']);
  // The version says what somebody thought of a change; it is no change.
  root.child('info').fields(['version']);
  const tags = (node: Node | undefined) => byName(node, 'tags', 'name');
  for (const tag of root.child('tags').pairs(tags(root.b), tags(root.a))) {
    const here = tag.at({ part: 'Tags', at: `\`${tag.key}\`` });
    if (!here.isAlone('words', { field: 'tag' })) here.fields();
  }
  compareServers(root.child('servers').at({ part: 'Servers' }), serversOf([root.b]), serversOf([root.a]));
}

/** The objects of a list by a field that tells them apart. */
function byName(node: Node | undefined, field: string, name: string): Map<string, Node> {
  const all = list(own(node?.value, field)).map((value, index) => ({ value, at: `${node?.at}/${field}/${index}` }));
  return new Map(all.map((one) => [String(own(one.value, name)), one]));
}

/** The servers that count, those of the first that has some, by their URLs. */
function serversOf(holders: (Node | undefined)[]): Map<string, Node> {
  const holder = holders.find((node) => list(own(node?.value, 'servers')).length > 0);
  return holder ? byName(holder, 'servers', 'url') : new Map([['/', { value: { url: '/' }, at: '#' }]]);
}

/** Compares the servers of an operation, where it or its path has some of its own. */
export function compareServersOf(operation: Spot, item: Spot): void {
  if ([operation, item].every((spot) => spot.values('servers').every((all) => list(all).length === 0))) return;
  const { before, after } = operation.docs;
  const servers = (source: Source, ...nodes: (Node | undefined)[]) =>
    serversOf([...nodes, { value: source.root, at: '#' }]);
  compareServers(operation, servers(before, operation.b, item.b), servers(after, operation.a, item.a));
}

function compareServers(spot: Spot, was: Map<string, Node>, is: Map<string, Node>): void {
  for (const server of spot.pairs(was, is)) {
    const here = server.at({ at: `\`${server.key}\`` });
    if (here.isAlone('server')) continue;
    here.fields(['url', 'variables']);
    for (const variable of here.child('variables').entries())
      compareVariable(variable.within(`variable \`${variable.key}\``));
  }
  const [first, urls, newUrls] = [[...was.keys()][0] ?? '', [...was.keys()], [...is.keys()]];
  const kept = [urls.filter((url) => is.has(url)), newUrls.filter((url) => was.has(url))];
  if (is.has(first) && newUrls[0] !== first)
    spot.tell('server default', { field: 'default', before: first, after: newUrls[0] });
  else if (!same(kept[0], kept[1])) spot.tell('server order', { field: 'servers' });
}

function compareVariable(variable: Spot): void {
  variable.fields(['enum']);
  const [was, is] = variable.values('enum').map((all) => (Array.isArray(all) ? all : undefined));
  const names = (is ? without(was ?? ['others'], is) : []).map((one) => `\`${one}\``).join(', ');
  const isWider = was && (!is || without(is, was).length > 0);
  if (names) variable.tell('variable narrower', { field: 'enum', names });
  else if (isWider) variable.tell('variable wider', { field: 'enum' });
}

/** The security schemes of a document by their names. */
function schemesOf(source: Source): Map<string, Node | undefined> {
  const schemes = valueAt(source.root, '#/components/securitySchemes');
  const at = '#/components/securitySchemes';
  return new Map(Object.keys(tree(schemes)).map((name) => [name, source.child({ value: schemes, at }, name)]));
}

/** What the base calls the schemes that the revision calls otherwise. */
export function renamedSchemes(before: Source, after: Source): Map<string, string> {
  const was = schemesOf(before);
  const text = (node: Node | undefined) => jsonText({ ...lowered(node?.value), description: undefined });
  const old = new Map([...was].map(([name, scheme]) => [text(scheme), name]));
  const added = [...schemesOf(after)].filter(([name, scheme]) => !was.has(name) && old.has(text(scheme)));
  return new Map(added.map(([name, scheme]) => [name, old.get(text(scheme)) ?? '']));
}

/** RFC 9110: the names of authentication schemes and header fields are case-insensitive. */
function lowered(value: unknown): Tree {
  const scheme = tree(value);
  const key = scheme['type'] === 'http' ? 'scheme' : scheme['in'] === 'header' ? 'name' : undefined;
  return key === undefined ? scheme : { ...scheme, [key]: String(scheme[key]).toLowerCase() };
}

/** Requirements any one of which is enough: the scopes by the names of schemes. None at all is the empty one. */
type Requirement = { [scheme: string]: string[] };

function requirementsOf(source: Source, operation: Node | undefined, rename: (name: string) => string): Requirement[] {
  const scopes = (all: unknown) => [...new Set(list(all).map(String))].sort();
  const all = list(own(operation?.value, 'security') ?? source.root['security']).map((one) =>
    Object.fromEntries(Object.entries(tree(one)).map(([name, value]) => [rename(name), scopes(value)])),
  );
  return [...new Map((all.length > 0 ? all : [{}]).map((one) => [jsonText(one), one])).values()];
}

/** Compares what authorizes the requests of an operation. */
export function compareSecurity(operation: Spot): void {
  const { before, after, renamed, met } = operation.docs;
  const was = requirementsOf(before, operation.b, (name) => name);
  const is = requirementsOf(after, operation.a, (name) => renamed.get(name) ?? name);
  for (const name of [...was, ...is].flatMap((one) => Object.keys(one))) met.add(`scheme ${name}`);
  const [lost, gained] = [without(was, is), without(is, was)];
  const [base, revision] = [operation.b, operation.a].map((node) =>
    own(node?.value, 'security') === undefined ? '#/security' : `${node?.at}/security`,
  );
  const places = { base, revision };
  const [one, other] = [lost[0], gained[0]];
  const names = (all: Requirement | undefined) => Object.keys(all ?? {}).sort();
  if (one && other && lost.length === 1 && gained.length === 1 && same(names(one), names(other))) {
    for (const [field, scopes] of Object.entries(one)) {
      const now = other[field] ?? [];
      const kind = without(now, scopes).length === 0 ? 'scopes fewer' : 'scopes other';
      if (!same(scopes, now)) operation.tell(kind, { field, before: scopes, after: now, ...places });
    }
    return;
  }
  // Who satisfies a requirement satisfies one that asks for less.
  const covers = (less: Requirement, more: Requirement) =>
    Object.entries(less).every(([name, scopes]) => name in more && without(scopes, more[name]).length === 0);
  for (const before of lost) {
    const kind = is.some((after) => covers(after, before)) ? 'security eased' : 'security removed';
    operation.tell(kind, { before, after: undefined, names: shown(before), ...places });
  }
  for (const after of gained)
    operation.tell('security added', { before: undefined, after, names: shown(after), ...places });
}

const shown = (one: Requirement) =>
  Object.entries(one)
    .map(([name, scopes]) => `\`${[name, ...scopes].join(' ')}\``)
    .join(' and ') || 'no credentials';

/** Compares the security schemes that both documents have and some operation asks for. */
export function compareSchemes(root: Spot): void {
  const { before, after, renamed, met } = root.docs;
  const is = new Map([...schemesOf(after)].map(([name, node]) => [renamed.get(name) ?? name, node]));
  for (const scheme of root.pairs(schemesOf(before), is)) {
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
        if (!place.isAlone('scope') && place.b?.value !== place.a?.value)
          place.tell('words changed', { field: 'description' });
      }
    }
  }
}
