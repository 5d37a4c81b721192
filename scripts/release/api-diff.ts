import ts from 'typescript';
import type { Change } from '../lib/versions.ts';
import {
  alternativesOf,
  type Callable,
  hasMembers,
  headOf,
  isCallable,
  type Slot,
  slotOf,
  slotsOf,
} from './api-parts.ts';
import { type Declaration, type Direction, type Shape, shapeOf, textOf, turned } from './api-shape.ts';

/**
 * Compares the API reports of two releases, entry by entry. What is removed or changed is breaking, what is added is
 * not; a required addition is breaking as well unless callers only ever receive the value.
 */
export function apiDiff(base: Record<string, string>, revision: Record<string, string>): Change[] {
  const changes: Change[] = [];
  const entriesOf = new Map<string, string[]>();
  for (const entry of new Set([...Object.keys(base), ...Object.keys(revision)])) {
    const [before, after] = [base[entry], revision[entry]];
    if (after === undefined) changes.push({ bump: 'major', words: `the entry "${entry}" is removed` });
    else if (before === undefined) changes.push({ bump: 'minor', words: `the entry "${entry}" is new` });
    else {
      for (const { bump, words } of reportDiff(before, after)) {
        const key = JSON.stringify({ bump, words });
        entriesOf.set(key, [...(entriesOf.get(key) ?? []), entry]);
      }
    }
  }
  for (const [key, entries] of entriesOf) {
    const { bump, words } = JSON.parse(key) as Change;
    changes.push({ bump, words: `${words} (${entries.map((entry) => `"${entry}"`).join(', ')})` });
  }
  return changes;
}

/** Compares two reports of one entry. */
export function reportDiff(base: string, revision: string): Change[] {
  if (base === revision) return [];
  const [before, after] = [shapeOf(base), shapeOf(revision)];
  const comparison = new Comparison(before, after);
  for (const [key, declaration] of before.declarations) {
    const other = after.declarations.get(key);
    if (declaration.exported && !other?.exported) comparison.add('major', declaration.name, 'is no longer exported');
    else if (other !== undefined) comparison.declarations(declaration, other);
  }
  for (const [key, { name, exported }] of after.declarations) {
    if (exported && !before.declarations.get(key)?.exported) comparison.add('minor', name, 'is new');
  }
  return comparison.changes;
}

class Comparison {
  readonly changes: Change[] = [];
  readonly before: Shape;
  readonly after: Shape;

  constructor(before: Shape, after: Shape) {
    this.before = before;
    this.after = after;
  }

  add(bump: 'major' | 'minor', place: string, words: string): void {
    // API Extractor numbers what has one name in two files.
    this.changes.push({ bump, words: `${place.replace(/^(\w+)_\d+\b/, '$1')} ${words}` });
  }

  declarations({ name, nodes }: Declaration, other: Declaration): void {
    const [a, b] = [nodes[0], other.nodes[0]];
    if (a === undefined || b === undefined || nodes.length > 1 || other.nodes.length > 1) {
      if (nodes.map(textOf).join() !== other.nodes.map(textOf).join()) this.changed(name, nodes, other.nodes);
    } else this.nodes(name, a, b, 3);
  }

  /** Compares two declarations or types at one place. What has no rule of its own must be the same text. */
  nodes(place: string, a: ts.Node, b: ts.Node, inherited: Direction): void {
    if (textOf(a) === textOf(b)) return;
    const known = ((this.before.directions.get(a) ?? 0) | (this.after.directions.get(b) ?? 0)) as Direction | 0;
    const direction = known === 0 ? inherited : known;
    if (headOf(a) !== headOf(b)) this.changed(place, [a], [b]);
    else if (hasMembers(a) && hasMembers(b)) this.slots(place, slotsOf(a), slotsOf(b), direction);
    else if (isCallable(a) && isCallable(b)) this.callables(place, a, b, direction);
    else if (ts.isTypeAliasDeclaration(a) && ts.isTypeAliasDeclaration(b)) this.nodes(place, a.type, b.type, direction);
    else if (ts.isVariableDeclaration(a) && ts.isVariableDeclaration(b) && a.type && b.type) {
      this.nodes(place, a.type, b.type, direction);
    } else if (ts.isArrayTypeNode(a) && ts.isArrayTypeNode(b)) {
      this.nodes(`${place}[]`, a.elementType, b.elementType, direction);
    } else if (ts.isParenthesizedTypeNode(a) && ts.isParenthesizedTypeNode(b)) {
      this.nodes(place, a.type, b.type, direction);
    } else if (ts.isIntersectionTypeNode(a) && ts.isIntersectionTypeNode(b) && a.types.length === b.types.length) {
      for (const [index, type] of a.types.entries()) this.nodes(place, type, b.types[index] ?? type, direction);
    } else this.unions(place, a, b, direction);
  }

  slots(place: string, before: Map<string, Slot>, after: Map<string, Slot>, direction: Direction): void {
    for (const [name, slot] of before) {
      const other = after.get(name);
      const at = `${place}.${name}`;
      if (other === undefined) {
        this.add('major', at, 'is removed');
        continue;
      }
      if (slot.optional && !other.optional) {
        if (direction === 2) this.add('minor', at, 'is always there now');
        else this.add('major', at, 'must be given now');
      } else if (!slot.optional && other.optional) {
        if (direction === 1) this.add('minor', at, 'may be left out now');
        else this.add('major', at, 'may be absent now');
      }
      if (slot.type && other.type && headOf(slot.node) === headOf(other.node)) {
        this.nodes(at, slot.type, other.type, direction);
      } else if (textOf(slot.node) !== textOf(other.node)) this.changed(at, [slot.node], [other.node]);
    }
    for (const [name, { optional }] of after) {
      if (before.has(name)) continue;
      if (optional || direction === 2) this.add('minor', `${place}.${name}`, 'is new');
      else this.add('major', `${place}.${name}`, 'is new and must be given');
    }
  }

  callables(place: string, a: Callable, b: Callable, direction: Direction): void {
    const slots = ({ parameters }: Callable) =>
      new Map(parameters.map((node, index): [string, Slot] => [`parameter ${index + 1}`, slotOf(node, node.type)]));
    this.slots(place, slots(a), slots(b), turned(direction));
    if (a.type && b.type) this.nodes(`${place}()`, a.type, b.type, direction);
    else if (a.type || b.type) this.changed(place, [a], [b]);
  }

  unions(place: string, a: ts.Node, b: ts.Node, direction: Direction): void {
    const [before, after] = [alternativesOf(a), alternativesOf(b)];
    const removed = before.filter((text) => !after.includes(text));
    const added = after.filter((text) => !before.includes(text));
    const open = [before, after].every((texts) => texts.some((text) => /^\(?string( & \{ ?\}\)?)?$/.test(text)));
    const known = [...removed, ...added].every((text) => /^["']/.test(text));
    if (removed.length === 0 && added.length === 0) return;
    if (open && known) this.add('minor', place, `names other values: ${added.join(', ') || 'fewer'}`);
    else if (removed.length === 0 && direction === 1) this.add('minor', place, `also takes ${added.join(', ')}`);
    else this.changed(place, [a], [b]);
  }

  changed(place: string, a: ts.Node[], b: ts.Node[]): void {
    const short = (nodes: ts.Node[]) => {
      const text = nodes.map(textOf).join(' ');
      return text.length > 80 ? `${text.slice(0, 77)}...` : text;
    };
    this.add('major', place, `changed from ${short(a)} to ${short(b)}`);
  }
}
