import type { NodeStatus } from "../snapshot/node-status.ts";
import type { Session } from "./session.ts";
import type { Node } from "./stream-request.ts";

/** One status per node; a node with a stream for each type is still one node. */
export function nodeStatuses(sessions: Iterable<Session>): readonly NodeStatus[] {
  const nodes = new Map<string, NodeStatus>();
  for (const session of sessions) {
    const { node } = session;
    if (node === undefined) continue;
    const known = nodes.get(node.id);
    nodes.set(node.id, known === undefined ? statusOf(session, node) : merged(known, session));
  }
  return [...nodes.values()];
}

function statusOf(session: Session, { id, cluster, userAgentVersion }: Node): NodeStatus {
  const { method, peer, connectedAtMs } = session;
  const { dialect } = method;
  const group = session.group?.name ?? "";
  return { id, cluster, group, userAgentVersion, dialect, peer, connectedAtMs, types: session.types() };
}

/** Of two streams about the same type the younger one counts: the other is about to be found dead. */
function merged(known: NodeStatus, session: Session): NodeStatus {
  const older = known.connectedAtMs <= session.connectedAtMs ? known.types : session.types();
  const younger = older === known.types ? session.types() : known.types;
  const types = new Map([...older, ...younger].map((type) => [type.typeUrl, type]));
  return {
    ...known,
    connectedAtMs: Math.min(known.connectedAtMs, session.connectedAtMs),
    types: [...types.values()],
  };
}
