import { covers, type NodeGroup, type NodePattern } from "../model/node-group.ts";
import { didYouMean } from "./closest.ts";
import type { Path } from "./path.ts";
import { checkName } from "./read-name.ts";
import type { Reading } from "./reading.ts";

/** Of all groups together: every new stream is compared with them, and each with those before it. */
const mostPatterns = 1_000;

export function readGroups(reading: Reading): ReadonlyMap<string, NodeGroup> {
  const { groups = {} } = reading.file;
  const read = Object.entries(groups).map(([name, group]): NodeGroup => {
    const path = ["groups", name];
    checkName(reading, path, name);
    const nodes = group.nodes.map(({ id, cluster }) => ({ id, cluster }));
    checkNodes(reading, [...path, "nodes"], nodes);
    checkModels(reading, [...path, "models"], group.models ?? []);
    return { name, nodes, models: group.models };
  });
  // A section that an editor emptied must not give every Envoy everything.
  if (reading.around.writtenNames.groups?.length === 0) {
    reading.fault({
      path: ["groups"],
      message: "holds no group",
      hint: "without the section every Envoy is given everything",
    });
  }
  if (read.reduce((sum, { nodes }) => sum + nodes.length, 0) > mostPatterns) {
    const message = `all groups together have more than ${mostPatterns} entries of nodes`;
    reading.fault({ path: ["groups"], message, hint: "let `*` stand for what differs" });
  } else checkReach(reading, read);
  return new Map(read.map((group) => [group.name, group]));
}

function checkNodes(reading: Reading, path: Path, nodes: readonly NodePattern[]): void {
  for (const [index, { id, cluster }] of nodes.entries()) {
    if (id !== undefined || cluster !== undefined) continue;
    const hint = 'write { id: "*" } for every node';
    reading.fault({ path: [...path, index], message: "names neither id nor cluster", hint });
  }
}

function checkModels(reading: Reading, path: Path, models: readonly string[]): void {
  const { writtenNames } = reading.around;
  const section = writtenNames.models === undefined ? "pools" : "models";
  const known = new Set(writtenNames[section]);
  for (const [index, model] of models.entries()) {
    if (known.has(model)) continue;
    const hint = didYouMean(model, known) ?? `add it under \`${section}\``;
    reading.fault({ path: [...path, index], message: `there is no model "${model}"`, hint });
  }
}

/** The first group that fits has the node, so one whose nodes all fit earlier groups has none. */
function checkReach(reading: Reading, groups: readonly NodeGroup[]): void {
  const earlier: { readonly group: string; readonly pattern: NodePattern }[] = [];
  for (const { name, nodes } of groups) {
    const takenBy = nodes.map((pattern) => earlier.find((one) => covers(one.pattern, pattern))?.group);
    if (takenBy.every((taker) => taker !== undefined)) {
      const takers = [...new Set(takenBy)].map((taker) => `"${taker}"`).join(", ");
      reading.warn({
        path: ["groups", name],
        atKey: true,
        message: `no node can be of this group: ${takers} before it takes them all`,
        hint: "put it first, or narrow what stands before it",
      });
    }
    earlier.push(...nodes.map((pattern) => ({ group: name, pattern })));
  }
}
