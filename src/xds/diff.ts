import { isCollection } from "../snapshot/resource-key.ts";
import type { TypeStore } from "../snapshot/type-store.ts";
import { type Held, hasAlready, type Sent } from "./sent.ts";
import type { Standing } from "./standing.ts";

/** Suspects of a refusal that go with the next change, where a response need not be everything. */
const suspectsMost = 64;

export interface Diff {
  /** What the client does not have as it should, or is owed an answer about. */
  readonly sent: ReadonlyMap<string, Sent>;
  /** What has left and stays with the client for now. */
  readonly kept: ReadonlyMap<string, Held>;
}

/**
 * The one place that decides what is owed, for both dialects: of what may differ, what does.
 *
 * @param holdRemovals what has left stays for now, because something may still refer to it (C13)
 * @param neverUsed whether nothing can refer to it, as it came with what is not acknowledged
 */
export function diff(
  standing: Standing,
  type: TypeStore,
  holdRemovals: boolean,
  neverUsed: (key: string) => boolean,
): Diff {
  const { debts, subscription, rules } = standing;
  const sent = new Map<string, Sent>();
  const kept = new Map<string, Held>();
  for (const [asked, held] of debts.pending()) {
    const key = type.ownerOf(asked);
    const resource = type.get(key);
    const forced = debts.isForced(asked);
    if (resource !== undefined) {
      const wanted = subscription.wants(key, resource.aliases);
      if (wanted && (forced || !hasAlready(held, resource))) sent.set(key, { resource, held });
    } else if (held === undefined ? forced && !isCollection(asked) : !rules.neverRemoved) {
      if (holdRemovals && typeof held === "object" && !neverUsed(key)) kept.set(asked, held);
      else sent.set(asked, { resource: undefined, held });
    }
  }
  if (debts.news && sent.size > 0) takeSuspects(standing, sent, type);
  return { sent, kept };
}

/** Of many that were refused without a reason, only as many as could be tried one by one. */
function takeSuspects(
  { debts, refusals, fullState }: Standing,
  sent: Map<string, Sent>,
  type: TypeStore,
): void {
  debts.news = false;
  const most = fullState ? Number.POSITIVE_INFINITY : suspectsMost;
  for (const [key, { held }] of refusals.takeSuspects(most)) {
    const resource = type.get(key);
    if (resource !== undefined) sent.set(key, { resource, held });
  }
}
