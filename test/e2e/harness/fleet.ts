import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootstrapText } from "../../../src/launch/bootstrap-text.ts";
import { freePorts } from "./free-port.ts";
import { Process } from "./process.ts";
import { until } from "./wait.ts";

/** What a test's YAML may refer to. */
export interface Places {
  readonly gateway: number;
  readonly xds: number;
  readonly admin: number;
  /** One port per backend, in the order asked for. */
  readonly backends: readonly number[];
}

export interface FleetOptions {
  /** How many demo backends; they are named b1, b2, … and run as processes of their own. */
  readonly backends: number;
  /** Other names than b1, b2, … */
  readonly backendNames?: readonly string[];
  /** The YAML below `gateway`, `xds` and `admin`, which the harness writes. */
  readonly yaml: (places: Places) => string;
  /** More of the `gateway` section, indented by two. */
  readonly gateway?: string;
  readonly dialect?: "delta" | "sotw";
  /** Where Envoy finds the control plane, when something stands between them; its own port. */
  readonly xdsPort?: number;
  /** Envoy's worker threads; 2. */
  readonly concurrency?: number;
  readonly env?: Readonly<Record<string, string>>;
}

const main = join(import.meta.dirname, "../../../src/main.ts");

/** A control plane, an Envoy and backends, each a real process on ports of its own. */
export class Fleet implements AsyncDisposable {
  readonly places: Places;
  readonly folder = mkdtempSync(join(tmpdir(), "fairlead-e2e-"));
  readonly configFile = join(this.folder, "fairlead.yaml");
  readonly #options: FleetOptions;
  readonly #envoyAdmin: number;
  readonly backends: Process[] = [];
  controlPlane!: Process;
  envoy!: Process;

  private constructor(options: FleetOptions, ports: readonly number[]) {
    const [gateway = 0, xds = 0, admin = 0, envoyAdmin = 0, ...backends] = ports;
    this.#options = options;
    this.#envoyAdmin = envoyAdmin;
    this.places = { gateway, xds, admin, backends };
  }

  static async start(options: FleetOptions): Promise<Fleet> {
    const fleet = new Fleet(options, await freePorts(4 + options.backends));
    try {
      fleet.writeConfig(options.yaml(fleet.places));
      for (let number = 1; number <= options.backends; number += 1) fleet.startBackend(number);
      await until("every backend listens", () => fleet.#backendsListen());
      fleet.startControlPlane();
      fleet.startEnvoy();
      await until("the gateway answers", async () => (await fetch(`${fleet.gateway}/health`)).ok, 30_000);
      return fleet;
    } catch (error) {
      const told = `${String(error)}\n${fleet.controlPlane?.output ?? ""}\n${fleet.envoy?.output.slice(-4_000) ?? ""}`;
      await fleet.close();
      throw new Error(told);
    }
  }

  get gateway(): string {
    return `http://127.0.0.1:${this.places.gateway}`;
  }

  get admin(): string {
    return `http://127.0.0.1:${this.places.admin}`;
  }

  get envoyAdmin(): string {
    return `http://127.0.0.1:${this.#envoyAdmin}`;
  }

  /** Writes the file anew; `more` is of the `gateway` section, as in the options. */
  writeConfig(below: string, more = this.#options.gateway): void {
    const { gateway, xds, admin } = this.places;
    const addresses = [
      "gateway:",
      `  listen: 127.0.0.1:${gateway}`,
      ...(more === undefined ? [] : [more.trimEnd()]),
      `xds: { listen: "127.0.0.1:${xds}" }`,
      `admin: { listen: "127.0.0.1:${admin}" }`,
    ];
    writeFileSync(this.configFile, `${addresses.join("\n")}\n${below}\n`);
  }

  startBackend(number: number): Process {
    const port = this.places.backends[number - 1] ?? 0;
    const name = this.#options.backendNames?.[number - 1] ?? `b${number}`;
    const args = [main, "demo", "backend", "--port", String(port), "--name", name];
    const backend = Process.start(name, process.execPath, args);
    this.backends[number - 1] = backend;
    return backend;
  }

  backend(number: number): Process {
    const backend = this.backends[number - 1];
    if (backend === undefined) throw new Error(`there is no backend ${number}`);
    return backend;
  }

  /** Makes a backend behave: see `/_demo/mode`. */
  async setMode(number: number, mode: object): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${this.places.backends[number - 1]}/_demo/mode`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(mode),
    });
    if (!response.ok) throw new Error(`the demo backend refused the mode: ${await response.text()}`);
  }

  startControlPlane(): void {
    this.controlPlane = Process.start(
      "control plane",
      process.execPath,
      [main, "serve", "--config", this.configFile, "--log-format", "json"],
      { TEST_KEY: "sk-test-secret-canary-1", OTHER_KEY: "sk-test-secret-canary-2", ...this.#options.env },
    );
  }

  startEnvoy(): void {
    const file = join(this.folder, "bootstrap.yaml");
    const config = bootstrapText({
      nodeId: "e2e-1",
      cluster: "e2e",
      xds: { host: "127.0.0.1", port: this.#options.xdsPort ?? this.places.xds },
      admin: { host: "127.0.0.1", port: this.#envoyAdmin },
      dialect: this.#options.dialect ?? "delta",
    });
    writeFileSync(file, config);
    const binary = process.env.FAIRLEAD_E2E_ENVOY_BIN;
    if (binary === undefined) throw new Error("the global setup has found no Envoy");
    const args = [
      "-c",
      file,
      "--disable-hot-restart",
      "--concurrency",
      `${this.#options.concurrency ?? 2}`,
      "--log-level",
      "warning",
    ];
    this.envoy = Process.start("envoy", binary, args);
  }

  /** A counter or gauge of Envoy; 0 when it has none of that name. */
  async envoyStat(name: string): Promise<number> {
    const text = await (
      await fetch(`${this.envoyAdmin}/stats?filter=^${name.replaceAll(".", "\\.")}$`)
    ).text();
    return Number(/: (\d+)/.exec(text)?.[1] ?? 0);
  }

  async pool(name: string): Promise<PoolReport> {
    const response = await fetch(`${this.admin}/api/v1/pools/${encodeURIComponent(name)}`);
    return (await response.json()) as PoolReport;
  }

  chat(body: object, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.gateway}/v1/chat/completions`, {
      method: "POST",
      ...init,
      headers: { "content-type": "application/json", ...init.headers },
      body: JSON.stringify(body),
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.envoy, this.controlPlane, ...this.backends].map((child) => child?.stop()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #backendsListen(): Promise<boolean> {
    const answers = await Promise.all(
      this.places.backends.map((port) => fetch(`http://127.0.0.1:${port}/v1/health`)),
    );
    return answers.every((answer) => answer.ok);
  }
}

/** What the tests read of `GET /api/v1/pools/{pool}`. */
export interface PoolReport {
  readonly endpoints: readonly {
    readonly id: string;
    readonly health: string;
    readonly reason: string;
    readonly weight: number;
    readonly state: string;
    readonly requests: {
      readonly issued: number;
      readonly succeeded: number;
      readonly failed: number;
    } | null;
  }[];
}
