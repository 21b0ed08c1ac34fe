import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dialect } from "../../conformance/scripted-client.ts";
import { freePorts } from "./free-port.ts";
import { Process } from "./process.ts";
import type { Way } from "./served.ts";

export interface BareEnvoyOptions extends Way {
  /** Port of the xDS server, on loopback. */
  readonly xds: number;
  /** `node.client_features`; an Envoy says of itself less than it can do. */
  readonly features?: readonly string[];
}

/** A real Envoy that gets all it has from an xDS server; nothing of Fairlead's own bootstrap is in it. */
export class BareEnvoy implements AsyncDisposable {
  readonly #process: Process;
  readonly #admin: number;
  readonly #folder: string;

  private constructor(process: Process, admin: number, folder: string) {
    this.#process = process;
    this.#admin = admin;
    this.#folder = folder;
  }

  static async start(options: BareEnvoyOptions): Promise<BareEnvoy> {
    const [admin = 0] = await freePorts(1);
    const folder = mkdtempSync(join(tmpdir(), "fairlead-bare-envoy-"));
    const file = join(folder, "bootstrap.json");
    writeFileSync(file, JSON.stringify(bootstrap(options, admin)));
    const binary = process.env.FAIRLEAD_E2E_ENVOY_BIN;
    if (binary === undefined) throw new Error("the global setup has found no Envoy");
    const args = ["-c", file, "--use-dynamic-base-id", "--concurrency", "1", "--log-level", "warning"];
    return new BareEnvoy(Process.start("envoy", binary, args), admin, folder);
  }

  get exited(): boolean {
    return this.#process.exited;
  }

  get output(): string {
    return this.#process.output;
  }

  /** A counter or gauge; 0 when there is none of that name. */
  async stat(name: string): Promise<number> {
    const pattern = `^${name.replaceAll(".", "\\.")}$`;
    const text = await this.get(`/stats?filter=${encodeURIComponent(pattern)}`);
    return Number(/: (\d+)/.exec(text)?.[1] ?? 0);
  }

  /** An answer of the admin interface. */
  async get(path: string): Promise<string> {
    return await (await fetch(`http://127.0.0.1:${this.#admin}${path}`)).text();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const xdsCluster = "xds_cluster";

/** Where an Envoy finds a type's resources, as it stands in a bootstrap. JSON of the message, so in its words. */
function configSource({ dialect, streams }: BareEnvoyOptions): object {
  const from = streams === "ads" ? { ads: {} } : { api_config_source: grpcSource(dialect) };
  return { ...from, resource_api_version: "V3" };
}

function grpcSource(dialect: Dialect): object {
  return {
    api_type: dialect === "delta" ? "DELTA_GRPC" : "GRPC",
    transport_api_version: "V3",
    grpc_services: [{ envoy_grpc: { cluster_name: xdsCluster } }],
  };
}

function bootstrap(options: BareEnvoyOptions, admin: number): object {
  const { dialect, streams, xds, features } = options;
  const protocol = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";
  const source = configSource(options);
  return {
    node: { id: "bare-1", cluster: "bare", ...(features === undefined ? {} : { client_features: features }) },
    admin: { address: socketAddress(admin) },
    dynamic_resources: {
      ...(streams === "ads" ? { ads_config: grpcSource(dialect) } : {}),
      cds_config: source,
      lds_config: source,
    },
    static_resources: {
      clusters: [
        {
          name: xdsCluster,
          type: "STATIC",
          typed_extension_protocol_options: {
            [protocol]: {
              "@type": `type.googleapis.com/${protocol}`,
              explicit_http_config: { http2_protocol_options: {} },
            },
          },
          load_assignment: {
            cluster_name: xdsCluster,
            endpoints: [{ lb_endpoints: [{ endpoint: { address: socketAddress(xds) } }] }],
          },
        },
      ],
    },
  };
}

function socketAddress(port: number): object {
  return { socket_address: { address: "127.0.0.1", port_value: port } };
}
