import fc from "fast-check";
import { expect, test } from "vitest";
import { decode } from "../../src/proto/codec.ts";
import { type Resource, resource } from "../../src/proto/resource.ts";
import { typeUrl } from "../../src/proto/type-url.ts";
import { nextSnapshot } from "../../src/snapshot/next-snapshot.ts";
import { emptySnapshot, type Snapshot } from "../../src/snapshot/snapshot.ts";
import { snapshotChange } from "../../src/xds/snapshot-change.ts";
import { Stream } from "../../src/xds/stream.ts";

/*
 * For any history of publishing, subscribing, unsubscribing, acknowledging, refusing and reconnecting:
 * once everything is answered, a client has what the snapshot has of what it asked for, in both
 * dialects; and when nothing changes, nothing is sent.
 */

const names = ["a", "b", "c", "d"] as const;
const { clusterLoadAssignment: endpoints, cluster } = typeUrl;

type Step =
  | { readonly kind: "publish"; readonly weights: readonly number[] }
  | { readonly kind: "subscribe" | "unsubscribe"; readonly name: string }
  | { readonly kind: "answer" | "reconnect" | "full" | "drain" };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("publish" as const),
    weights: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constantFrom("subscribe" as const, "unsubscribe" as const),
    name: fc.constantFrom(...names),
  }),
  fc.record({
    kind: fc.constantFrom("answer" as const, "reconnect" as const, "full" as const, "drain" as const),
  }),
);

test.each(["sotw", "delta"] as const)(
  "endpoints by name over %s: the client has what it asked for",
  (dialect) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const client = new ModelClient(dialect, endpoints);
        for (const one of steps) client.take(one);
        client.settle();
        expect(client.has()).toEqual(client.shouldHave());
        expect(client.sentAfterSamePublish()).toBe(0);
      }),
      { numRuns: 400 },
    );
  },
);

test.each(["sotw", "delta"] as const)(
  "clusters by wildcard over %s: the client has exactly the snapshot",
  (dialect) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const client = new ModelClient(dialect, cluster);
        for (const one of steps) if (one.kind !== "subscribe" && one.kind !== "unsubscribe") client.take(one);
        client.settle();
        expect(client.has()).toEqual(client.shouldHave());
        expect(client.sentAfterSamePublish()).toBe(0);
      }),
      { numRuns: 400 },
    );
  },
);

/** A client that does what the protocol says, over a stream without a socket. */
class ModelClient {
  readonly #dialect: "sotw" | "delta";
  readonly #type: string;
  readonly #wanted = new Set<string>();
  readonly #held = new Map<string, string>();
  #snapshot: Snapshot = nextSnapshot(emptySnapshot, [
    made(cluster, "always", 1),
    made(endpoints, "always", 1),
  ]);
  #inbox: Buffer[] = [];
  #nonce = "";
  #full = false;
  #stream: Stream;

  constructor(dialect: "sotw" | "delta", type: string) {
    this.#dialect = dialect;
    this.#type = type;
    this.#stream = this.#connect();
    if (type === cluster) this.#ask({});
  }

  take(one: Step): void {
    if (one.kind === "publish") this.#publish(one.weights);
    else if (one.kind === "subscribe") this.#subscribe(one.name);
    else if (one.kind === "unsubscribe") this.#unsubscribe(one.name);
    else if (one.kind === "answer") this.#answer();
    else if (one.kind === "reconnect") this.#reconnect();
    else this.#setFull(one.kind === "full");
  }

  settle(): void {
    this.#full = false;
    this.#stream.drained();
    while (this.#inbox.length > 0) this.#answer();
  }

  has(): object {
    return Object.fromEntries([...this.#held].filter(([name]) => this.#wants(name)).sort());
  }

  /** State of the world cannot say that endpoints are gone: their cluster goes, and they with it. */
  shouldHave(): object {
    const there = [...(this.#snapshot.types.get(this.#type)?.resources ?? [])].map(
      ([name, { version }]) => [name, version] as const,
    );
    const kept =
      this.#dialect === "sotw" && this.#type === endpoints
        ? [...this.#held].filter(([name]) => !there.some(([other]) => other === name))
        : [];
    return Object.fromEntries([...there, ...kept].filter(([name]) => this.#wants(name)).sort());
  }

  sentAfterSamePublish(): number {
    const again = nextSnapshot(
      this.#snapshot,
      [...this.#snapshot.types.values()].flatMap(({ resources }) => [...resources.values()]),
    );
    this.#stream.publish(again, snapshotChange(this.#snapshot, again));
    return this.#inbox.length;
  }

  #wants(name: string): boolean {
    return this.#type === cluster || this.#wanted.has(name);
  }

  #subscribe(name: string): void {
    if (this.#wanted.has(name)) return;
    this.#wanted.add(name);
    this.#ask({ subscribe: [name] });
  }

  #unsubscribe(name: string): void {
    if (!this.#wanted.delete(name)) return;
    this.#held.delete(name);
    this.#ask({ unsubscribe: [name] });
  }

  #setFull(full: boolean): void {
    this.#full = full;
    if (!full) this.#stream.drained();
  }

  #publish(weights: readonly number[]): void {
    const resources = names.flatMap((name, index) => {
      const weight = weights[index] ?? 0;
      return weight === 0 ? [] : [made(cluster, name, weight), made(endpoints, name, weight)];
    });
    const after = nextSnapshot(this.#snapshot, [
      made(cluster, "always", 1),
      made(endpoints, "always", 1),
      ...resources,
    ]);
    const change = snapshotChange(this.#snapshot, after);
    this.#snapshot = after;
    this.#stream.publish(after, change);
  }

  #connect(): Stream {
    return new Stream(
      {
        dialect: this.#dialect,
        peer: "model",
        identifier: "test",
        holdMs: 1_000,
        nowMs: () => 0,
        write: (message) => {
          this.#inbox.push(message);
          return !this.#full;
        },
        onSent: () => {},
      },
      this.#snapshot,
    );
  }

  /** What it holds it keeps; delta tells what that is, state of the world asks again for all. */
  #reconnect(): void {
    this.#inbox = [];
    this.#nonce = "";
    this.#full = false;
    this.#stream = this.#connect();
    const initialVersions = Object.fromEntries([...this.#held].filter(([name]) => this.#wants(name)));
    if (this.#type === cluster) this.#ask({ initialVersions });
    else if (this.#wanted.size > 0) this.#ask({ subscribe: [...this.#wanted], initialVersions });
  }

  #ask(asked: {
    subscribe?: readonly string[];
    unsubscribe?: readonly string[];
    initialVersions?: Readonly<Record<string, string>>;
  }): void {
    this.#stream.receive({
      typeUrl: this.#type,
      node: { id: "n", cluster: "", userAgentVersion: "" },
      listed: this.#dialect === "sotw" ? [...this.#wanted] : [],
      subscribe: this.#dialect === "delta" ? (asked.subscribe ?? []) : [],
      unsubscribe: this.#dialect === "delta" ? (asked.unsubscribe ?? []) : [],
      initialVersions: this.#dialect === "delta" ? (asked.initialVersions ?? {}) : {},
      nonce: this.#dialect === "sotw" ? this.#nonce : "",
      error: undefined,
    });
  }

  #answer(): void {
    const message = this.#inbox.shift();
    if (message === undefined) return;
    const nonce = this.#dialect === "sotw" ? this.#readSotw(message) : this.#readDelta(message);
    this.#nonce = nonce;
    this.#stream.receive({
      typeUrl: this.#type,
      node: undefined,
      listed: this.#dialect === "sotw" ? [...this.#wanted] : [],
      subscribe: [],
      unsubscribe: [],
      initialVersions: {},
      nonce,
      error: undefined,
    });
  }

  #readSotw(message: Buffer): string {
    const { resources = [], nonce = "" } = decode("envoy.service.discovery.v3.DiscoveryResponse", message);
    const seen = resources.map(({ value, type_url }) => identify(type_url, value));
    expect(new Set(seen.map(({ name }) => name)).size, "no name is there twice").toBe(seen.length);
    if (this.#type === cluster) this.#held.clear();
    for (const { name, version } of seen) if (this.#wants(name)) this.#held.set(name, version);
    return nonce;
  }

  #readDelta(message: Buffer): string {
    const {
      resources = [],
      removedResources = [],
      nonce = "",
    } = decode("envoy.service.discovery.v3.DeltaDiscoveryResponse", message);
    expect(new Set(resources.map(({ name }) => name)).size, "no name is there twice").toBe(resources.length);
    for (const { name = "", version = "" } of resources) if (this.#wants(name)) this.#held.set(name, version);
    for (const name of removedResources) this.#held.delete(name);
    return nonce;
  }
}

function made(type: string, name: string, weight: number): Resource {
  if (type === cluster) {
    return resource("envoy.config.cluster.v3.Cluster", name, { name, connectTimeout: { seconds: weight } });
  }
  return resource("envoy.config.endpoint.v3.ClusterLoadAssignment", name, {
    clusterName: name,
    policy: { overprovisioningFactor: { value: weight } },
  });
}

/** Name and version of an encoded resource, by making it again. */
function identify(type: string, value: Uint8Array): { readonly name: string; readonly version: string } {
  if (type === cluster) {
    const { name = "", connectTimeout } = decode("envoy.config.cluster.v3.Cluster", value);
    return { name, version: made(cluster, name, connectTimeout?.seconds ?? 0).version };
  }
  const { clusterName: name = "", policy } = decode("envoy.config.endpoint.v3.ClusterLoadAssignment", value);
  return { name, version: made(endpoints, name, policy?.overprovisioningFactor?.value ?? 0).version };
}
