import type { Nack } from "../snapshot/node-status.ts";
import type { Nacked } from "../xds/hooks.ts";
import type { Blamed } from "./blamed.ts";

/** Of a response with thousands of resources and a refusal that names none, these are told and kept. */
export const mostBlamed = 10;

interface Kept {
  readonly version: string;
  readonly message: string;
  readonly blamed: readonly Blamed[];
}

type Node = Nacked["node"];

/**
 * What the latest refusal of each stream and type is about, as long as the stream lasts. Whether it
 * still stands is known to the stream alone, so one asks with the refusal that it tells.
 */
export class KeptRefusals {
  /** By node id; a node with a stream for each type is still one node. */
  readonly #byId = new Map<string, Map<Node, Map<string, Kept>>>();

  keep({ node, typeUrl, version, message }: Nacked, blamed: readonly Blamed[]): void {
    const streams = this.#byId.get(node.id) ?? new Map<Node, Map<string, Kept>>();
    const types = streams.get(node) ?? new Map<string, Kept>();
    types.set(typeUrl, { version, message, blamed: blamed.slice(0, mostBlamed) });
    streams.set(node, types);
    this.#byId.set(node.id, streams);
  }

  /** The stream of this very object has ended. */
  forget(node: Node): void {
    const streams = this.#byId.get(node.id);
    streams?.delete(node);
    if (streams?.size === 0) this.#byId.delete(node.id);
  }

  of(nodeId: string, typeUrl: string, { version, message }: Nack): readonly Blamed[] {
    for (const types of this.#byId.get(nodeId)?.values() ?? []) {
      const kept = types.get(typeUrl);
      if (kept?.version === version && kept.message === message) return kept.blamed;
    }
    return [];
  }
}
