import { isIP } from "node:net";
import { dirname, resolve } from "node:path";
import type { ListenAddress } from "../base/listen-address.ts";

export interface BootstrapOptions {
  /** Who this Envoy is; no two of a fleet share it. */
  readonly nodeId: string;
  /** The fleet it belongs to. */
  readonly cluster: string;
  /** Where the control plane serves xDS. */
  readonly xds: ListenAddress;
  /** Envoy's own admin interface; 127.0.0.1:9901. It can stop Envoy and shows its configuration: keep it on loopback. */
  readonly admin?: ListenAddress | undefined;
  /** Encrypts the connection to the control plane; undefined for plaintext. */
  readonly tls?: BootstrapTls | undefined;
  /** delta unless given. */
  readonly dialect?: "delta" | "sotw" | undefined;
}

/** Files on the Envoy's machine, followed when they are replaced. */
interface BootstrapTls {
  /** The authority that the control plane's certificate must come from. */
  readonly ca: string;
  /** The Envoy's own certificate and key, where the control plane asks for one. */
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
  /** The name in the control plane's certificate; the host of its address unless given. */
  readonly serverName?: string | undefined;
}

const defaultAdmin: ListenAddress = { host: "127.0.0.1", port: 9901 };

/**
 * The file an Envoy of a fleet starts with: who it is, where its control plane is, and the limits
 * that protect it. Everything else comes over xDS.
 */
export function bootstrap(options: BootstrapOptions): object {
  const { nodeId, cluster, xds, admin = defaultAdmin, dialect = "delta" } = options;
  return {
    node: { id: nodeId, cluster },
    admin: { address: socketAddress(admin) },
    dynamic_resources: {
      ads_config: {
        api_type: dialect === "delta" ? "DELTA_GRPC" : "GRPC",
        transport_api_version: "V3",
        set_node_on_first_message_only: true,
        grpc_services: [controlPlane],
      },
      cds_config: fromAds,
      lds_config: fromAds,
    },
    cluster_manager: {
      load_stats_config: { api_type: "GRPC", transport_api_version: "V3", grpc_services: [controlPlane] },
    },
    static_resources: { clusters: [clusterOf(xds, options.tls)] },
    overload_manager: overloadManager,
  };
}

const xdsCluster = "xds_cluster";

const controlPlane = {
  envoy_grpc: {
    cluster_name: xdsCluster,
    // Envoy's own back-off grows to 30 s: a control plane that is back would stand idle.
    retry_policy: { retry_back_off: { base_interval: "0.1s", max_interval: "2s" } },
  },
};

/**
 * No timeout: an Envoy without a control plane is "not ready" (`/ready` says 503) until it has its first
 * configuration, instead of calling itself live after 15 s with no listener at all.
 */
const fromAds = { ads: {}, resource_api_version: "V3", initial_fetch_timeout: "0s" };

function clusterOf(xds: ListenAddress, tls: BootstrapTls | undefined): object {
  return {
    name: xdsCluster,
    type: isIP(xds.host) === 0 ? "STRICT_DNS" : "STATIC",
    connect_timeout: "2s",
    typed_extension_protocol_options: {
      "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": {
        "@type": "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
        // A control plane that vanished without a goodbye is noticed within 40 s.
        explicit_http_config: {
          http2_protocol_options: { connection_keepalive: { interval: "30s", timeout: "10s" } },
        },
      },
    },
    ...(tls === undefined ? {} : { transport_socket: tlsSocket(xds, tls) }),
    upstream_connection_options: {
      tcp_keepalive: { keepalive_probes: 3, keepalive_time: 30, keepalive_interval: 10 },
    },
    load_assignment: {
      cluster_name: xdsCluster,
      endpoints: [{ lb_endpoints: [{ endpoint: { address: socketAddress(xds) } }] }],
    },
  };
}

/** Certificates are read through file-based secrets: Envoy looks at those again when their folder changes. */
function tlsSocket(
  xds: ListenAddress,
  { ca, certificate, key, serverName = xds.host }: BootstrapTls,
): object {
  const watched = (file: string) => ({ watched_directory: { path: dirname(resolve(file)) } });
  const name = isIP(serverName) === 0 ? { san_type: "DNS" } : { san_type: "IP_ADDRESS" };
  return {
    name: "envoy.transport_sockets.tls",
    typed_config: {
      "@type": "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext",
      ...(isIP(serverName) === 0 ? { sni: serverName } : {}),
      common_tls_context: {
        alpn_protocols: ["h2"],
        tls_params: { tls_minimum_protocol_version: "TLSv1_2" },
        ...(certificate === undefined || key === undefined
          ? {}
          : {
              tls_certificates: [
                {
                  certificate_chain: { filename: resolve(certificate) },
                  private_key: { filename: resolve(key) },
                  ...watched(certificate),
                },
              ],
            }),
        validation_context: {
          trusted_ca: { filename: resolve(ca) },
          ...watched(ca),
          match_typed_subject_alt_names: [{ ...name, matcher: { exact: serverName } }],
        },
      },
    },
  };
}

/**
 * What Envoy does before it would be killed for its memory or run out of file descriptors, in order:
 * give memory back, close idle connections, reset the greediest streams, accept nothing more.
 */
const overloadManager = {
  refresh_interval: "0.25s",
  resource_monitors: [
    monitor("fixed_heap", "fixed_heap.v3.FixedHeapConfig", { max_heap_size_bytes: 2_147_483_648 }),
    monitor("global_downstream_max_connections", "downstream_connections.v3.DownstreamConnectionsConfig", {
      max_active_downstream_connections: 50_000,
    }),
  ],
  buffer_factory_config: { minimum_account_to_track_power_of_two: 20 },
  actions: [
    { name: "envoy.overload_actions.shrink_heap", triggers: [heapAt(0.9)] },
    { name: "envoy.overload_actions.disable_http_keepalive", triggers: [heapAt(0.92)] },
    {
      name: "envoy.overload_actions.reset_high_memory_stream",
      triggers: [
        {
          name: "envoy.resource_monitors.fixed_heap",
          scaled: { scaling_threshold: 0.94, saturation_threshold: 0.98 },
        },
      ],
    },
    { name: "envoy.overload_actions.stop_accepting_requests", triggers: [heapAt(0.98)] },
  ],
  loadshed_points: [{ name: "envoy.load_shed_points.tcp_listener_accept", triggers: [heapAt(0.95)] }],
};

function monitor(name: string, type: string, config: object): object {
  const typed = { "@type": `type.googleapis.com/envoy.extensions.resource_monitors.${type}`, ...config };
  return { name: `envoy.resource_monitors.${name}`, typed_config: typed };
}

/** At this share of the heap limit. */
function heapAt(value: number): object {
  return { name: "envoy.resource_monitors.fixed_heap", threshold: { value } };
}

function socketAddress({ host, port }: ListenAddress): object {
  return { socket_address: { address: host, port_value: port } };
}
