import ts from 'typescript';
import { nameOf, textOf } from './api-shape.ts';

/** A member of an object or a parameter of a function. */
export interface Slot {
  node: ts.Node;
  type: ts.Node | undefined;
  optional: boolean;
}

/** Whatever has parameters and a result. */
export type Callable = ts.Node & { parameters: ts.NodeArray<ts.ParameterDeclaration>; type?: ts.TypeNode };

/** Says whether a node has parameters and a result. */
export function isCallable(node: ts.Node): node is Callable {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionTypeNode(node) ||
    ts.isMethodSignature(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isCallSignatureDeclaration(node) ||
    ts.isConstructSignatureDeclaration(node) ||
    ts.isConstructorDeclaration(node)
  );
}

/** Whatever has members. */
export type WithMembers = ts.InterfaceDeclaration | ts.TypeLiteralNode | ts.ClassDeclaration;

/** Says whether a node has members. */
export function hasMembers(node: ts.Node): node is WithMembers {
  return ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node) || ts.isClassDeclaration(node);
}

/** The members of an object by their names. */
export function slotsOf({ members }: WithMembers): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  for (const member of members) {
    const name = member.name === undefined ? ts.SyntaxKind[member.kind] : nameOf(member.name);
    // Overloads share a name; here each has its own.
    let key = name;
    for (let count = 2; slots.has(key); count += 1) key = `${name} (${count})`;
    const typed = ts.isPropertySignature(member) || ts.isPropertyDeclaration(member) ? member.type : undefined;
    slots.set(key, slotOf(member, isCallable(member) ? member : typed));
  }
  return slots;
}

/** A member or a parameter, with the type or the signature that is compared. */
export function slotOf(
  node: ts.TypeElement | ts.ClassElement | ts.ParameterDeclaration,
  type: ts.Node | undefined,
): Slot {
  const rest = ts.isParameter(node) && node.dotDotDotToken !== undefined;
  return { node, type, optional: rest || ('questionToken' in node && node.questionToken !== undefined) };
}

/** What must be the same before the inside of two nodes can be compared. */
export function headOf(node: ts.Node): string {
  const heritage = 'heritageClauses' in node ? ((node.heritageClauses ?? []) as ts.HeritageClause[]) : [];
  const parameters = 'typeParameters' in node ? ((node.typeParameters ?? []) as ts.TypeParameterDeclaration[]) : [];
  const rest = ts.isParameter(node) && node.dotDotDotToken !== undefined;
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []).map(textOf) : [];
  // One type and a union of several may stand at one place.
  const kind = ts.isTypeNode(node) ? 'type' : ts.SyntaxKind[node.kind];
  return [
    kind,
    rest,
    ...modifiers.filter((word) => word !== 'export'),
    ...[...parameters, ...heritage].map(textOf),
  ].join(' ');
}

/** The alternatives of a type: its own text where it is no union. */
export function alternativesOf(node: ts.Node): string[] {
  if (ts.isParenthesizedTypeNode(node) && ts.isUnionTypeNode(node.type)) return alternativesOf(node.type);
  return ts.isUnionTypeNode(node) ? node.types.flatMap(alternativesOf) : [textOf(node)];
}
