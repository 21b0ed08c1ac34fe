import type { Decision } from "../decide/decision.ts";
import type { Desired } from "../model/desired.ts";
import type { Resource } from "../proto/resource.ts";
import { cluster } from "./cluster.ts";
import { listener } from "./listener.ts";
import { type AddressesOf, loadAssignment } from "./load-assignment.ts";
import { routeConfiguration } from "./route-configuration.ts";
import { secrets } from "./secrets.ts";

/** What depends on the configuration alone, and so changes only when the operator edits it. */
export function translateDesired(desired: Desired, publicAuthorities: string): readonly Resource[] {
  return [
    ...[...desired.pools.values()].map((pool) => cluster(pool, desired)),
    listener(desired.gateway),
    routeConfiguration(desired),
    ...secrets(desired, publicAuthorities),
  ];
}

/** What changes with health, weights and addresses: one load assignment per named pool. */
export function translateDecision(
  desired: Desired,
  pools: Iterable<string>,
  decision: Decision,
  addressesOf: AddressesOf,
): readonly Resource[] {
  return [...pools].flatMap((name) => {
    const pool = desired.pools.get(name);
    return pool === undefined ? [] : loadAssignment(pool, desired.providers, decision, addressesOf);
  });
}
