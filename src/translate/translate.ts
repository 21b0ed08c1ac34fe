import type { Decision } from "../decide/decision.ts";
import type { Desired } from "../model/desired.ts";
import { chainName, chainsOf } from "../model/llm-model.ts";
import type { Resource } from "../proto/resource.ts";
import { chainClusters } from "./chain-clusters.ts";
import { cluster } from "./cluster.ts";
import { listener } from "./listener.ts";
import { type AddressesOf, loadAssignment } from "./load-assignment.ts";
import { routeConfiguration } from "./route-configuration.ts";
import { credentials, trustedCa } from "./secrets.ts";
import { tlsSecrets } from "./tls-secrets.ts";

/** What depends on the configuration alone, and is the same for every group of nodes that is given it. */
export interface Parts {
  /** By pool. */
  readonly clusters: ReadonlyMap<string, Resource>;
  /** By name. */
  readonly chains: ReadonlyMap<string, Resource>;
  readonly listener: Resource;
  /** By provider. */
  readonly credentials: ReadonlyMap<string, Resource>;
  readonly trustedCa: Resource;
  /** By pool: what its endpoints have for themselves. */
  readonly tlsSecrets: ReadonlyMap<string, ReadonlyMap<string, Resource>>;
}

export function translateParts(desired: Desired, publicAuthorities: string): Parts {
  return {
    clusters: new Map([...desired.pools].map(([name, pool]) => [name, cluster(pool, desired)])),
    chains: chainClusters(desired),
    listener: listener(desired),
    credentials: credentials(desired.providers),
    trustedCa: trustedCa(desired.gateway, publicAuthorities),
    tlsSecrets: new Map([...desired.pools].map(([name, pool]) => [name, tlsSecrets(pool)])),
  };
}

/**
 * What depends on the configuration alone, and so changes only when the operator edits it.
 *
 * @param desired the one that `parts` was made of, or one narrowed from it
 */
export function translateDesired(desired: Desired, parts: Parts): readonly Resource[] {
  return [
    ...of(parts.clusters, desired.pools),
    ...of(parts.chains, chainNames(desired)),
    parts.listener,
    routeConfiguration(desired),
    ...of(parts.credentials, desired.providers),
    parts.trustedCa,
    ...new Map([...desired.pools.keys()].flatMap((pool) => [...(parts.tlsSecrets.get(pool) ?? [])])).values(),
  ];
}

function chainNames({ models }: Desired): ReadonlySet<string> {
  return new Set([...models.values()].flatMap((model) => chainsOf(model).map(chainName)));
}

function of(
  made: ReadonlyMap<string, Resource>,
  names: Pick<ReadonlySet<string>, "keys">,
): readonly Resource[] {
  return [...names.keys()].flatMap((name) => made.get(name) ?? []);
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
