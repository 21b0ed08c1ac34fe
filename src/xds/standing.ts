import { isCollection } from "../snapshot/resource-key.ts";
import type { TypeStore } from "../snapshot/type-store.ts";
import type { Debts } from "./debts.ts";
import type { Refusals } from "./refusals.ts";
import type { Dialect } from "./stream-request.ts";
import type { Subscription } from "./subscription.ts";
import type { TypeRules } from "./type-rules.ts";

/** How things stand between one client and one type: what it wants, is owed, and refuses. */
export interface Standing {
  readonly dialect: Dialect;
  readonly rules: TypeRules;
  /** State of the world for listeners and clusters: each response is everything, absence removes (W1). */
  readonly fullState: boolean;
  readonly subscription: Subscription;
  readonly debts: Debts;
  readonly refusals: Refusals;
  /** State of the world after a reconnect: it has something, and cannot say what. */
  holdsUnknown: boolean;
}

/** Keys of everything that is asked for, also of what is not there. */
export function* selected({ subscription }: Standing, type: TypeStore): Iterable<string> {
  const { wildcard, set } = subscription;
  if (wildcard) {
    yield* type.keys();
    for (const key of set.keys) if (type.get(key) === undefined) yield key;
    return;
  }
  for (const key of set.keys) {
    if (isCollection(key)) yield* type.membersOf(key);
    else yield key;
  }
}
