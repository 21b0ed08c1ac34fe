import { matches } from "../base/pattern.ts";

/** Envoys that are given the same. */
export interface NodeGroup {
  readonly name: string;
  /** A node that fits any of these is of the group, unless an earlier group has it. */
  readonly nodes: readonly NodePattern[];
  /** What clients of these Envoys may name; undefined for every model. */
  readonly models: readonly string[] | undefined;
}

/** `*` stands for any run of characters; what is undefined fits every node. */
export interface NodePattern {
  readonly id: string | undefined;
  readonly cluster: string | undefined;
}

interface Node {
  readonly id: string;
  readonly cluster: string;
}

/** The group of every node where the operator names no groups. */
export const everyone = "";

/** The first group that fits a node; undefined for a node that is given nothing. */
export function groupOf(groups: ReadonlyMap<string, NodeGroup>, node: Node): string | undefined {
  if (groups.size === 0) return everyone;
  return groups.values().find(({ nodes }) => nodes.some((pattern) => fits(pattern, node)))?.name;
}

/**
 * Whether every node that fits the one fits the other. A pattern that matches the text of another matches
 * whatever that one does: each star of the other lies in one of its own.
 */
export function covers(one: NodePattern, other: NodePattern): boolean {
  return fits(one, { id: other.id ?? "*", cluster: other.cluster ?? "*" });
}

function fits({ id, cluster }: NodePattern, node: Node): boolean {
  return (
    (id === undefined || matches(id, node.id)) && (cluster === undefined || matches(cluster, node.cluster))
  );
}
