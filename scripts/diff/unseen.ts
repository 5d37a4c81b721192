import type { Bump, Found } from './found.ts';
import { list, pointerOf, same, type Tree, tree } from './json.ts';
import { follow, placeOf } from './place.ts';

/** A change that Redocly does not see at all, rated here, with the reason. */
interface Unseen extends Found {
  because: string;
}

/** Finds what `redocly diff` passes over: the order of servers and the scopes of OAuth flows. */
export function unseen(base: Tree, revision: Tree): Unseen[] {
  const changes: Unseen[] = [];
  const report = (keys: string[], node: string, before: unknown, after: unknown, impact: Bump, because: string) => {
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'modified';
    changes.push({ place: placeOf(pointerOf(keys), kind, base, revision), node, kind, before, after, impact, because });
  };

  const urls = (document: Tree, keys: string[]) =>
    list(tree(follow(document, keys))['servers']).map(
      (_, index) => tree(follow(document, [...keys, 'servers', String(index)]))['url'],
    );
  for (const keys of withServers(revision)) {
    const [before, after] = [urls(base, keys), urls(revision, keys)];
    const shared = [before.filter((url) => after.includes(url)), after.filter((url) => before.includes(url))] as const;
    if (before[0] !== after[0] && after.includes(before[0])) {
      report(
        [...keys, 'servers'],
        'ServerOrder',
        before,
        after,
        'major',
        'the first server is the default: who names none reaches another one',
      );
    } else if (!same(...shared)) {
      report([...keys, 'servers'], 'ServerOrder', before, after, 'patch', 'the default stays; people read the list');
    }
  }

  for (const [keys, was, is] of scopes(base, revision)) {
    for (const scope of new Set([...Object.keys(tree(was)), ...Object.keys(tree(is))])) {
      const [one, other] = [tree(was)[scope], tree(is)[scope]];
      if (same(one, other)) continue;
      const impact = other === undefined ? 'major' : one === undefined ? 'minor' : 'patch';
      report([...keys, scope], 'Scope', one, other, impact, 'callers that ask for a scope which is gone are refused');
    }
  }
  return changes;
}

/** The scopes of each OAuth flow that both documents have, by its place. */
function* scopes(base: Tree, revision: Tree): Generator<[string[], unknown, unknown]> {
  const schemes = (document: Tree) => tree(tree(document['components'])['securitySchemes']);
  for (const [name, scheme] of Object.entries(schemes(base))) {
    const flows = tree(tree(schemes(revision)[name])['flows']);
    for (const [flow, { scopes: was }] of Object.entries(tree(tree(scheme)['flows'])).map(
      ([key, value]) => [key, tree(value)] as const,
    )) {
      if (flow in flows)
        yield [['components', 'securitySchemes', name, 'flows', flow, 'scopes'], was, tree(flows[flow])['scopes']];
    }
  }
}

/** The places of the document and its operations that name servers. */
function withServers(document: Tree): string[][] {
  const operations = Object.entries(tree(document['paths'])).flatMap(([path, item]) =>
    Object.entries(tree(item)).flatMap(([method, operation]) =>
      'servers' in tree(operation) ? [['paths', path, method]] : [],
    ),
  );
  return [[], ...operations];
}
