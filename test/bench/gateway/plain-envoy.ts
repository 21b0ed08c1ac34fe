import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { Process } from "../../e2e/harness/process.ts";

interface PlainPlaces {
  /** Where its configuration is written. */
  readonly folder: string;
  readonly port: number;
  readonly admin: number;
  readonly backend: number;
}

/** An Envoy with one worker, one static route and nothing else: the limit. */
export function startPlainEnvoy({ folder, port, admin, backend }: PlainPlaces): Process {
  const type = (name: string) => `type.googleapis.com/envoy.extensions.${name}`;
  const socket = (port: number) => ({ socket_address: { address: "127.0.0.1", port_value: port } });
  const config = {
    admin: { address: socket(admin) },
    static_resources: {
      listeners: [
        {
          address: socket(port),
          per_connection_buffer_limit_bytes: 20_000_000,
          filter_chains: [
            {
              filters: [
                {
                  name: "hcm",
                  typed_config: {
                    "@type": type("filters.network.http_connection_manager.v3.HttpConnectionManager"),
                    stat_prefix: "plain",
                    route_config: {
                      virtual_hosts: [
                        {
                          name: "all",
                          domains: ["*"],
                          routes: [{ match: { prefix: "/" }, route: { cluster: "backend" } }],
                        },
                      ],
                    },
                    http_filters: [
                      { name: "router", typed_config: { "@type": type("filters.http.router.v3.Router") } },
                    ],
                  },
                },
              ],
            },
          ],
        },
      ],
      clusters: [
        {
          name: "backend",
          type: "STATIC",
          load_assignment: {
            cluster_name: "backend",
            endpoints: [{ lb_endpoints: [{ endpoint: { address: socket(backend) } }] }],
          },
        },
      ],
    },
  };
  const file = join(folder, "plain.yaml");
  writeFileSync(file, stringify(config));
  const args = ["-c", file, "--disable-hot-restart", "--concurrency", "1", "--log-level", "error"];
  return Process.start("plain envoy", process.env.FAIRLEAD_E2E_ENVOY_BIN ?? "envoy", args);
}
