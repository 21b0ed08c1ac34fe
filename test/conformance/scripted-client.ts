import { Client, type ClientDuplexStream, credentials, type ServiceError } from "@grpc/grpc-js";
import { formatAddress, type ListenAddress } from "../../src/base/listen-address.ts";
import { decode, encode } from "../../src/proto/codec.ts";

export type Dialect = "sotw" | "delta";

/** A response of either dialect, with the resources by name. */
export interface Received {
  readonly version: string;
  readonly typeUrl: string;
  readonly nonce: string;
  readonly identifier: string;
  /** State of the world has no names: there it is what the body says. */
  readonly names: readonly string[];
  readonly removed: readonly string[];
  /** Delta only: name → version. */
  readonly versions: Readonly<Record<string, string>>;
  /** Resources without a body: name → time to live in ms. */
  readonly heartbeats: Readonly<Record<string, number>>;
  /** Times to live of resources that have a body: name → ms. */
  readonly ttls: Readonly<Record<string, number>>;
  /** The message as it came. */
  readonly bytes: Buffer;
}

export interface Asked {
  readonly typeUrl?: string;
  /** State of the world: the list. Delta: names to add. */
  readonly names?: readonly string[];
  readonly unsubscribe?: readonly string[];
  readonly initial?: Readonly<Record<string, string>>;
  readonly nonce?: string;
  readonly version?: string;
  readonly error?: string;
  /** Status code of the error; 3 (INVALID_ARGUMENT) unless given. */
  readonly errorCode?: number;
  /** `null` sends none; otherwise the first request of a stream carries this one. */
  readonly node?: {
    readonly id: string;
    readonly cluster?: string;
    readonly clientFeatures?: readonly string[];
    readonly userAgentName?: string;
  } | null;
}

/** A client that says exactly what a test tells it to, and keeps what it hears. */
export class ScriptedClient {
  readonly #dialect: Dialect;
  readonly #client: Client;
  readonly #call: ClientDuplexStream<Buffer, Buffer>;
  readonly #heard: Received[] = [];
  readonly #nonces = new Map<string, string>();
  #first = true;
  #error: ServiceError | undefined;
  #ended = false;

  constructor(address: ListenAddress, dialect: Dialect, path = adsPath(dialect)) {
    this.#dialect = dialect;
    this.#client = new Client(formatAddress(address), credentials.createInsecure());
    const asIs = (message: Buffer) => message;
    this.#call = this.#client.makeBidiStreamRequest(path, asIs, asIs);
    this.#call.on("data", (message: Buffer) => {
      const received = this.#read(message);
      this.#nonces.set(received.typeUrl, received.nonce);
      this.#heard.push(received);
    });
    this.#call.on("error", (error: ServiceError) => {
      this.#error = error;
    });
    this.#call.on("end", () => {
      this.#ended = true;
    });
  }

  ask(asked: Asked): void {
    const node =
      asked.node === null
        ? undefined
        : this.#first
          ? (asked.node ?? { id: "client-1", cluster: "c" })
          : asked.node;
    this.#first = false;
    const common = {
      ...(node === undefined ? {} : { node }),
      ...(asked.typeUrl === undefined ? {} : { typeUrl: asked.typeUrl }),
      ...(asked.nonce === undefined ? {} : { responseNonce: asked.nonce }),
      ...(asked.error === undefined
        ? {}
        : { errorDetail: { code: asked.errorCode ?? 3, message: asked.error } }),
    };
    this.#call.write(
      Buffer.from(
        this.#dialect === "sotw"
          ? encode("envoy.service.discovery.v3.DiscoveryRequest", {
              ...common,
              resourceNames: asked.names ?? [],
              versionInfo: asked.version ?? "",
            })
          : encode("envoy.service.discovery.v3.DeltaDiscoveryRequest", {
              ...common,
              resourceNamesSubscribe: asked.names ?? [],
              resourceNamesUnsubscribe: asked.unsubscribe ?? [],
              initialResourceVersions: asked.initial ?? {},
            }),
      ),
    );
  }

  /** State of the world repeats its list in every request. */
  ack(received: Received, names: readonly string[] = []): void {
    this.ask({
      typeUrl: received.typeUrl,
      nonce: received.nonce,
      version: received.version,
      names: this.#dialect === "sotw" ? names : [],
    });
  }

  nack(received: Received, error: string, names: readonly string[] = []): void {
    this.ask({
      typeUrl: received.typeUrl,
      nonce: received.nonce,
      error,
      names: this.#dialect === "sotw" ? names : [],
    });
  }

  /** The nonce that came last for a type. */
  lastNonce(type: string): string {
    return this.#nonces.get(type) ?? "";
  }

  sendBytes(bytes: Buffer): void {
    this.#call.write(bytes);
  }

  halfClose(): void {
    this.#call.end();
  }

  /** The next response not taken yet; fails when none comes. */
  async next(): Promise<Received> {
    await this.#until(() => this.#heard.length > 0);
    const received = this.#heard.shift();
    if (received === undefined) throw new Error(`no response came: ${this.#error?.message ?? "silence"}`);
    return received;
  }

  /** Waits a moment and gives what came unasked for: a test expects it to be empty. */
  async silence(forMs = 150): Promise<readonly Received[]> {
    await new Promise((resolve) => setTimeout(resolve, forMs));
    return this.#heard.splice(0);
  }

  /** The status that the stream ended with. */
  async failure(): Promise<ServiceError> {
    await this.#until(() => this.#error !== undefined);
    if (this.#error === undefined) throw new Error("the stream did not fail");
    return this.#error;
  }

  async ended(): Promise<boolean> {
    await this.#until(() => this.#ended);
    return this.#ended;
  }

  close(): void {
    this.#call.on("error", () => {});
    this.#call.cancel();
    this.#client.close();
  }

  async #until(done: () => boolean): Promise<void> {
    const endMs = performance.now() + 3_000;
    while (!done() && performance.now() < endMs && (this.#error === undefined || this.#heard.length > 0)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  #read(bytes: Buffer): Received {
    if (this.#dialect === "delta") {
      const message = decode("envoy.service.discovery.v3.DeltaDiscoveryResponse", bytes);
      const resources = message.resources ?? [];
      return {
        ...commonOf(message),
        ...told(resources),
        bytes,
        version: message.systemVersionInfo ?? "",
        removed: message.removedResources ?? [],
        versions: Object.fromEntries(resources.map(({ name = "", version = "" }) => [name, version])),
      };
    }
    const message = decode("envoy.service.discovery.v3.DiscoveryResponse", bytes);
    const resources = (message.resources ?? []).map(({ type_url, value }) =>
      type_url === wrapper
        ? decode("envoy.service.discovery.v3.Resource", value)
        : { name: nameIn(value), resource: value },
    );
    return {
      ...commonOf(message),
      ...told(resources),
      bytes,
      version: message.versionInfo ?? "",
      removed: [],
      versions: {},
    };
  }
}

const wrapper = "type.googleapis.com/envoy.service.discovery.v3.Resource";

interface Entry {
  readonly name?: string | undefined;
  readonly resource?: unknown;
  readonly ttl?: { readonly seconds?: number | undefined; readonly nanos?: number | undefined } | undefined;
}

function told(entries: readonly Entry[]): Pick<Received, "names" | "heartbeats" | "ttls"> {
  const full = entries.filter(({ resource }) => resource !== undefined);
  const bare = entries.filter(({ resource }) => resource === undefined);
  const ttlOf = ({ name = "", ttl }: Entry) =>
    ttl === undefined ? [] : [[name, (ttl.seconds ?? 0) * 1_000 + (ttl.nanos ?? 0) / 1e6] as const];
  return {
    names: full.map(({ name = "" }) => name),
    heartbeats: Object.fromEntries(bare.flatMap(ttlOf)),
    ttls: Object.fromEntries(full.flatMap(ttlOf)),
  };
}

function commonOf(message: {
  typeUrl?: string | undefined;
  nonce?: string | undefined;
  controlPlane?: { identifier?: string | undefined } | undefined;
}) {
  return {
    typeUrl: message.typeUrl ?? "",
    nonce: message.nonce ?? "",
    identifier: message.controlPlane?.identifier ?? "",
  };
}

/** Clusters, load assignments, listeners, routes and secrets all have their name in field 1. */
function nameIn(body: Uint8Array): string {
  if (body[0] !== 10) return "";
  return (
    decode("envoy.config.endpoint.v3.ClusterLoadAssignment", body.subarray(0, 2 + (body[1] ?? 0)))
      .clusterName ?? ""
  );
}

function adsPath(dialect: Dialect): string {
  const method = dialect === "sotw" ? "StreamAggregatedResources" : "DeltaAggregatedResources";
  return `/envoy.service.discovery.v3.AggregatedDiscoveryService/${method}`;
}
