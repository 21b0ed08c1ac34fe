import { frame } from "../../../src/grpc/frames.ts";
import { encode } from "../../../src/proto/codec.ts";
import { typeUrl } from "../../../src/proto/type-url.ts";
import { WireReader } from "../../../src/xds/wire-reader.ts";
import { GrpcStream } from "../grpc-stream.ts";

export type Dialect = "sotw" | "delta";

const ads = "/envoy.service.discovery.v3.AggregatedDiscoveryService/";

/** What the streams of one run share, encoded once. */
export interface Script {
  readonly dialect: Dialect;
  readonly pools: number;
  readonly clusters: Buffer;
  readonly endpoints: Buffer;
  /** State of the world: the names that go with every acknowledgement of endpoints. */
  readonly names: Buffer;
}

export function scriptOf(dialect: Dialect, pools: number): Script {
  const names = Array.from({ length: pools }, (_, pool) => `pool-${`${pool}`.padStart(5, "0")}`);
  const node = { id: "bench", cluster: "bench" };
  if (dialect === "sotw") {
    const message = "envoy.service.discovery.v3.DiscoveryRequest";
    return {
      dialect,
      pools,
      clusters: frame(encode(message, { typeUrl: typeUrl.cluster, node })),
      endpoints: frame(encode(message, { typeUrl: typeUrl.clusterLoadAssignment, resourceNames: names })),
      names: Buffer.from(encode(message, { resourceNames: names })),
    };
  }
  const message = "envoy.service.discovery.v3.DeltaDiscoveryRequest";
  return {
    dialect,
    pools,
    clusters: frame(encode(message, { typeUrl: typeUrl.cluster, node, resourceNamesSubscribe: ["*"] })),
    endpoints: frame(
      encode(message, { typeUrl: typeUrl.clusterLoadAssignment, resourceNamesSubscribe: names }),
    ),
    names: Buffer.alloc(0),
  };
}

/** One stream on a connection of its own, that answers as a client does and looks at no resource. */
export class LoadStream {
  readonly #script: Script;
  readonly #call: GrpcStream;
  readonly #startedMs = performance.now();
  #synced: ((ms: number) => void) | undefined;
  #endpoints = 0;
  #asked = false;
  /** Resolves with the ms that the first sync took. */
  readonly synced: Promise<number>;
  /** Called with each response about endpoints after that. */
  onChange: (atNs: bigint, bytes: number) => void = () => {};

  constructor(port: number, script: Script) {
    this.#script = script;
    this.synced = new Promise((resolve) => {
      this.#synced = resolve;
    });
    const method = script.dialect === "sotw" ? "StreamAggregatedResources" : "DeltaAggregatedResources";
    this.#call = new GrpcStream(port, `${ads}${method}`, (message) => this.#receive(message));
    this.#call.write(script.clusters);
  }

  close(): void {
    this.#call.close();
  }

  #receive(message: Buffer): void {
    const atNs = process.hrtime.bigint();
    const { resources, type, nonce, version } = skim(message);
    const ofEndpoints = type === typeUrl.clusterLoadAssignment;
    this.#ack(type, nonce, version, ofEndpoints);
    if (!ofEndpoints && !this.#asked) {
      this.#asked = true;
      this.#call.write(this.#script.endpoints);
    }
    if (!ofEndpoints) return;
    if (this.#synced === undefined) {
      this.onChange(atNs, message.length);
      return;
    }
    this.#endpoints += resources;
    if (this.#endpoints < this.#script.pools) return;
    this.#synced(performance.now() - this.#startedMs);
    this.#synced = undefined;
  }

  #ack(type: string, nonce: string, version: string, ofEndpoints: boolean): void {
    if (this.#script.dialect === "delta") {
      const message = "envoy.service.discovery.v3.DeltaDiscoveryRequest";
      this.#call.write(frame(encode(message, { typeUrl: type, responseNonce: nonce })));
      return;
    }
    const rest = encode("envoy.service.discovery.v3.DiscoveryRequest", {
      typeUrl: type,
      responseNonce: nonce,
      versionInfo: version,
    });
    this.#call.write(frame(ofEndpoints ? Buffer.concat([this.#script.names, rest]) : rest));
  }
}

/** Version, type, nonce and the number of resources: fields 1, 4, 5 and 2 of both dialects' responses. */
function skim(message: Buffer) {
  let resources = 0;
  let type = "";
  let nonce = "";
  let version = "";
  for (const field = new WireReader(message); field.next(); ) {
    if (field.number === 2) resources += 1;
    else if (field.number === 1) version = field.text();
    else if (field.number === 4) type = field.text();
    else if (field.number === 5) nonce = field.text();
  }
  return { resources, type, nonce, version };
}
