import type { NodeStatus } from "../snapshot/node-status.ts";
import type { Stream } from "./stream.ts";

/** One status per node; a node with a stream for each type is still one node. */
export function nodeStatuses(streams: Iterable<Stream>): readonly NodeStatus[] {
  const nodes = new Map<string, NodeStatus>();
  for (const stream of streams) {
    if (stream.node === undefined) continue;
    const known = nodes.get(stream.node.id);
    nodes.set(stream.node.id, known === undefined ? statusOf(stream, stream.node) : merged(known, stream));
  }
  return [...nodes.values()];
}

function statusOf(stream: Stream, node: NonNullable<Stream["node"]>): NodeStatus {
  const { dialect, peer, connectedAtMs } = stream;
  return { ...node, dialect, peer, connectedAtMs, types: stream.types() };
}

/** Of two streams about the same type the younger one counts: the other is about to be found dead. */
function merged(known: NodeStatus, stream: Stream): NodeStatus {
  const older = known.connectedAtMs <= stream.connectedAtMs ? known.types : stream.types();
  const younger = older === known.types ? stream.types() : known.types;
  const types = new Map([...older, ...younger].map((type) => [type.typeUrl, type]));
  return {
    ...known,
    connectedAtMs: Math.min(known.connectedAtMs, stream.connectedAtMs),
    types: [...types.values()],
  };
}
