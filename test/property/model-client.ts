import { expect } from "vitest";
import { decode, encode } from "../../src/proto/codec.ts";
import type { ResourceStore } from "../../src/snapshot/resource-store.ts";
import { NameLists } from "../../src/xds/name-list.ts";
import { NameSets } from "../../src/xds/name-set.ts";
import { Responses } from "../../src/xds/responses.ts";
import { Stream } from "../../src/xds/stream.ts";
import { type Dialect, readRequest } from "../../src/xds/stream-request.ts";

export type Step =
  | { readonly kind: "put"; readonly name: string; readonly content: number }
  | { readonly kind: "take" | "subscribe" | "unsubscribe"; readonly name: string }
  | { readonly kind: "pump" | "answer" | "reconnect" | "full" | "drain" | "wait" };

/** How a client refuses. */
export interface Flavour {
  /** Its words name the resources that are bad. */
  readonly namesTheBad: boolean;
  /** It takes what is good of a response that it refuses, as Envoy mostly does. */
  readonly takesTheGood: boolean;
}

/** A resource with this content is bad: every client refuses a response that has one. */
const badContent = 4;

interface Options {
  readonly dialect: Dialect;
  readonly type: string;
  readonly wildcard: boolean;
  readonly store: ResourceStore;
  readonly how: Flavour;
}

interface Item {
  readonly name: string;
  readonly content: number;
  readonly version: string;
}

/** A client that does what the protocol says, over a stream without a socket. */
export class ModelClient {
  readonly #options: Options;
  readonly #sets = new NameSets();
  readonly #lists = new NameLists();
  readonly #responses = new Responses("test");
  readonly #wanted = new Set<string>();
  readonly #held = new Map<string, Item>();
  /** What this stream brought and was acknowledged: it must not come again. */
  readonly #acked = new Map<string, string>();
  /** But for what was asked for on this stream, which is owed an answer at any time. */
  readonly #asked = new Set<string>();
  #inbox: Buffer[] = [];
  #nonce = "";
  #version = "";
  #full = false;
  #nowMs = 0;
  #stream: Stream;

  constructor(options: Options) {
    this.#options = options;
    this.#stream = this.#connect();
    if (options.wildcard) this.#ask({});
  }

  take(one: Step): void {
    if (one.kind === "subscribe") this.#subscribe(one.name);
    else if (one.kind === "unsubscribe") this.#unsubscribe(one.name);
    else if (one.kind === "pump") this.#stream.pump();
    else if (one.kind === "answer") this.#answer();
    else if (one.kind === "reconnect") this.#reconnect();
    else if (one.kind === "wait") this.#wait();
    else if (one.kind === "full") this.#full = true;
    else if (one.kind === "drain") this.#drain();
  }

  /** Answers until there is nothing more to answer, also what comes only after a time. */
  settle(): void {
    this.#drain();
    for (let quiet = 0, rounds = 0; quiet < 3; rounds += 1) {
      expect(rounds, "it comes to an end").toBeLessThan(500);
      this.#stream.pump();
      quiet = this.#inbox.length === 0 ? quiet + 1 : 0;
      if (this.#inbox.length === 0) this.#wait();
      else this.#answer();
    }
  }

  /** Gives how many responses that made. */
  pump(): number {
    this.#stream.pump();
    return this.#inbox.length;
  }

  has(): object {
    return this.#plain([...this.#held.values()]);
  }

  hasGood(): object {
    return this.#plain([...this.#held.values()].filter(({ name }) => this.#stored(name) !== badContent));
  }

  /** The store's, but what is bad as it was accepted last, and what state of the world cannot take away. */
  shouldHave(): object {
    const { dialect, type, store } = this.#options;
    const items = [...store.type(type).all()].map(({ name, version }) => ({
      name,
      version,
      content: this.#stored(name) ?? 0,
    }));
    const good = items.filter(({ content }) => content !== badContent);
    const kept = [...this.#held.values()].filter(({ name }) => {
      const stored = this.#stored(name);
      return stored === badContent || (stored === undefined && dialect === "sotw" && !this.#options.wildcard);
    });
    return this.#plain([...good, ...kept]);
  }

  #plain(items: readonly Item[]): object {
    const wanted = items.filter(({ name }) => this.#wants(name));
    return Object.fromEntries(wanted.map(({ name, content }) => [name, content] as const).sort());
  }

  #stored(name: string): number | undefined {
    const resource = this.#options.store.type(this.#options.type).get(name);
    return resource === undefined
      ? undefined
      : contentOf(this.#options.type, decode("google.protobuf.Any", resource.any).value);
  }

  #wants(name: string): boolean {
    return this.#options.wildcard || this.#wanted.has(name);
  }

  #subscribe(name: string): void {
    if (this.#options.wildcard || this.#wanted.has(name)) return;
    this.#wanted.add(name);
    this.#asked.add(name);
    this.#ask({ subscribe: [name] });
  }

  #unsubscribe(name: string): void {
    if (!this.#wanted.delete(name)) return;
    this.#held.delete(name);
    this.#acked.delete(name);
    this.#ask({ unsubscribe: [name] });
  }

  #drain(): void {
    this.#full = false;
    this.#stream.drained();
  }

  #wait(): void {
    this.#nowMs += 10_000;
    this.#stream.pump();
  }

  #connect(): Stream {
    const { dialect, store } = this.#options;
    return new Stream({
      dialect,
      node: { id: "n", cluster: "", userAgentName: "", userAgentVersion: "", features: new Set() },
      store,
      sets: this.#sets,
      responses: this.#responses,
      holdMs: 1_000,
      resendOnReconnect: new Set(),
      nowMs: () => this.#nowMs,
      write: (frame) => {
        this.#inbox.push(frame.subarray(5));
        return !this.#full;
      },
      onSent: () => {},
      onMissing: () => {},
      onClusters: () => {},
    });
  }

  /** What it holds it keeps; delta tells what that is, state of the world asks again for all. */
  #reconnect(): void {
    const { wildcard } = this.#options;
    this.#inbox = [];
    this.#nonce = "";
    this.#full = false;
    this.#acked.clear();
    this.#asked.clear();
    this.#stream.release();
    this.#stream = this.#connect();
    const known = [...this.#held.values()].filter(({ name }) => this.#wants(name));
    const initial = Object.fromEntries(known.map(({ name, version }) => [name, version]));
    if (wildcard) this.#ask({ initial });
    else if (this.#wanted.size > 0) this.#ask({ subscribe: [...this.#wanted], initial });
  }

  #ask(asked: {
    subscribe?: readonly string[];
    unsubscribe?: readonly string[];
    initial?: Readonly<Record<string, string>>;
    nonce?: string;
    error?: string | undefined;
  }): void {
    const { dialect, type } = this.#options;
    const error = asked.error === undefined ? {} : { errorDetail: { code: 3, message: asked.error } };
    const bytes =
      dialect === "sotw"
        ? encode("envoy.service.discovery.v3.DiscoveryRequest", {
            typeUrl: type,
            versionInfo: this.#version,
            resourceNames: [...this.#wanted],
            responseNonce: asked.nonce ?? this.#nonce,
            ...error,
          })
        : encode("envoy.service.discovery.v3.DeltaDiscoveryRequest", {
            typeUrl: type,
            resourceNamesSubscribe: asked.subscribe ?? [],
            resourceNamesUnsubscribe: asked.unsubscribe ?? [],
            initialResourceVersions: asked.initial ?? {},
            responseNonce: asked.nonce ?? "",
            ...error,
          });
    const { lastLists } = this.#stream;
    const context = { dialect, serviceType: undefined, lists: this.#lists, lastLists };
    const read = readRequest(Buffer.from(bytes), context);
    if (!read.ok) throw new Error(read.reason);
    this.#stream.receive(read.request);
    this.#stream.pump();
  }

  #answer(): void {
    const message = this.#inbox.shift();
    if (message === undefined) return;
    const { items, removed, nonce, version } = this.#read(message);
    expect(new Set(items.map(({ name }) => name)).size, "no name is there twice").toBe(items.length);
    this.#expectNew(items);
    const { type, dialect, how } = this.#options;
    const bad = items.filter(({ content, name }) => content === badContent && this.#wants(name));
    const whole = dialect === "sotw" && type.endsWith("Cluster");
    if (bad.length === 0 || how.takesTheGood) this.#apply(items, bad, removed, whole);
    this.#nonce = nonce;
    if (bad.length === 0) {
      this.#version = version;
      for (const item of items) this.#acked.set(item.name, item.version);
      for (const name of removed) this.#acked.delete(name);
      this.#ask({ nonce });
    } else {
      // What it took of a response that it refused it does not say, so these may come again.
      for (const { name } of items) this.#acked.delete(name);
      const words = how.namesTheBad ? `bad: ${bad.map(({ name }) => `"${name}"`).join(", ")}` : "no";
      this.#ask({ nonce, error: words });
    }
  }

  #expectNew(items: readonly Item[]): void {
    if (this.#options.dialect === "sotw" && this.#options.wildcard) return;
    for (const { name, version } of items.filter((item) => !this.#asked.has(item.name)))
      expect(this.#acked.get(name), `${name} is not sent again unchanged`).not.toBe(version);
  }

  #apply(items: readonly Item[], bad: readonly Item[], removed: readonly string[], whole: boolean): void {
    if (whole)
      for (const name of [...this.#held.keys()])
        if (!items.some((item) => item.name === name)) this.#held.delete(name);
    for (const item of items)
      if (!bad.includes(item) && this.#wants(item.name)) this.#held.set(item.name, item);
    for (const name of removed) this.#held.delete(name);
  }

  #read(message: Buffer) {
    const { dialect, type } = this.#options;
    if (dialect === "delta") {
      const read = decode("envoy.service.discovery.v3.DeltaDiscoveryResponse", message);
      const items = (read.resources ?? []).map(({ name = "", version = "", resource }) => ({
        name,
        version,
        content: contentOf(type, resource?.value ?? new Uint8Array()),
      }));
      return { items, removed: read.removedResources ?? [], nonce: read.nonce ?? "", version: "" };
    }
    const read = decode("envoy.service.discovery.v3.DiscoveryResponse", message);
    const items = (read.resources ?? []).map(({ value }) => {
      const content = contentOf(type, value);
      return { name: nameOf(type, value), version: `${content}`, content };
    });
    return { items, removed: [], nonce: read.nonce ?? "", version: read.versionInfo ?? "" };
  }
}

function contentOf(type: string, value: Uint8Array): number {
  if (type.endsWith("Cluster"))
    return decode("envoy.config.cluster.v3.Cluster", value).connectTimeout?.seconds ?? 0;
  const { policy } = decode("envoy.config.endpoint.v3.ClusterLoadAssignment", value);
  return policy?.overprovisioningFactor?.value ?? 0;
}

function nameOf(type: string, value: Uint8Array): string {
  if (type.endsWith("Cluster")) return decode("envoy.config.cluster.v3.Cluster", value).name ?? "";
  return decode("envoy.config.endpoint.v3.ClusterLoadAssignment", value).clusterName ?? "";
}
