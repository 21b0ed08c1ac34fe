import { Fleet } from "./fleet.ts";

/** A running stack by its addresses alone: local processes, or a compose network. */
export interface Stack {
  readonly gateway: string;
  readonly admin: string;
  readonly envoyAdmin: string;
  readonly adminHeaders: Readonly<Record<string, string>>;
  /** Origin of each demo backend by its name: gpt-4.1-a, gpt-4.1-b, claude-a, claude-b, gemini, deepseek. */
  readonly backends: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

const names = ["gpt-4.1-a", "gpt-4.1-b", "claude-a", "claude-b", "gemini", "deepseek"];

/** The stack that the environment names (docker-compose.yml sets it), or one of local processes. */
export async function theStack(): Promise<Stack> {
  const { FAIRLEAD_E2E_GATEWAY, FAIRLEAD_E2E_ADMIN, FAIRLEAD_E2E_ENVOY_ADMIN } = process.env;
  if (FAIRLEAD_E2E_GATEWAY === undefined) return localStack();
  const token = process.env.FAIRLEAD_E2E_ADMIN_TOKEN;
  const pairs = (process.env.FAIRLEAD_E2E_BACKENDS ?? "")
    .split(",")
    .map((pair) => pair.split("=") as [string, string]);
  return {
    gateway: FAIRLEAD_E2E_GATEWAY,
    admin: FAIRLEAD_E2E_ADMIN ?? "",
    envoyAdmin: FAIRLEAD_E2E_ENVOY_ADMIN ?? "",
    adminHeaders: token === undefined ? {} : { authorization: `Bearer ${token}` },
    backends: new Map(pairs),
    close: async () => {},
  };
}

/** The fleet of `examples/demo.yaml` on free ports. */
async function localStack(): Promise<Stack> {
  const fleet = await Fleet.start({
    backends: names.length,
    backendNames: names,
    yaml: ({ backends }) => {
      const endpoint = (index: number, weight: number) =>
        `{ id: ${names[index]}, url: "http://127.0.0.1:${backends[index]}/v1", provider: demo, weight: ${weight} }`;
      return `
providers: { demo: { credential: { env: TEST_KEY } } }
healthCheck: { interval: 500ms, timeout: 500ms, unhealthyThreshold: 3, healthyThreshold: 2 }
pools:
  gpt-4.1: { strategy: weighted, endpoints: [${endpoint(0, 10)}, ${endpoint(1, 9)}] }
  claude-sonnet-4.5: { strategy: weighted, endpoints: [${endpoint(2, 10)}, ${endpoint(3, 9)}] }
  gemini-2.5-flash: { endpoints: [${endpoint(4, 1)}] }
  deepseek-v3.2: { endpoints: [${endpoint(5, 1)}] }`;
    },
  });
  return {
    gateway: fleet.gateway,
    admin: fleet.admin,
    envoyAdmin: fleet.envoyAdmin,
    adminHeaders: {},
    backends: new Map(names.map((name, index) => [name, `http://127.0.0.1:${fleet.places.backends[index]}`])),
    close: () => fleet.close(),
  };
}
