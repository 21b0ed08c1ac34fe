import { isIP } from "node:net";
import { isLoopback, type ListenAddress } from "../base/listen-address.ts";
import type { Result } from "../base/result.ts";
import { Secret } from "../base/secret.ts";
import type { Desired, LlmModel, Provider } from "../model/desired.ts";
import type { HealthCheck } from "../model/health-check.ts";
import type { Endpoint, EndpointId, EndpointUrl, Pool, Source } from "../model/pool.ts";
import type { Fault } from "./check-shape.ts";
import { didYouMean } from "./closest.ts";
import type { ConfigFile } from "./config-schema.ts";
import { durationMs } from "./duration.ts";
import { parseEndpointUrl } from "./endpoint-url.ts";
import { parseListenAddress } from "./listen-address.ts";
import type { Path } from "./path.ts";
import { sizeBytes } from "./size.ts";

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => Result<string, string>;
  readonly sourceOf: (path: Path) => Source;
  /** Names as written, also of what had the wrong shape: a reference to one of these is no fault of its own. */
  readonly writtenNames: { readonly providers: readonly string[]; readonly pools: readonly string[] };
}

export interface Meant {
  readonly desired: Desired;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

type PoolFile = ConfigFile["pools"][string];
type CheckFile = NonNullable<ConfigFile["healthCheck"]>;
type SourceFile = NonNullable<NonNullable<ConfigFile["admin"]>["token"]>;

/** Largest of the numbers Envoy adds up per locality (uint32). */
const weightSumMax = 2 ** 32 - 1;

/** From the file's words to what they mean, with the faults that only meaning shows. */
export function toDesired(file: ConfigFile, surroundings: Surroundings): Meant {
  return new Reader(file, surroundings).read();
}

class Reader {
  readonly #file: ConfigFile;
  readonly #around: Surroundings;
  readonly #faults: Fault[] = [];
  readonly #warnings: Fault[] = [];
  readonly #endpointIds = new Map<string, Path>();

  constructor(file: ConfigFile, around: Surroundings) {
    this.#file = file;
    this.#around = around;
  }

  read(): Meant {
    const providers = this.#providers();
    const pools = this.#pools();
    const models = this.#models(pools);
    this.#kept();
    const desired: Desired = {
      gateway: this.#gateway(),
      xds: { listen: this.#xdsListen() },
      admin: this.#admin(),
      providers,
      pools,
      models,
    };
    return { desired, faults: this.#faults, warnings: this.#warnings };
  }

  #gateway(): Desired["gateway"] {
    const { gateway = {} } = this.#file;
    const { timeouts = {} } = gateway;
    const ms = (value: string | undefined, otherwise: number) =>
      value === undefined ? otherwise : durationMs(value);
    const times = {
      connectMs: ms(timeouts.connect, 10_000),
      firstTokenMs: ms(timeouts.firstToken, 30_000),
      perTryMs: ms(timeouts.perTry, 120_000),
      streamIdleMs: ms(timeouts.streamIdle, 60_000),
      totalMs: ms(timeouts.total, 600_000),
    };
    for (const [key, value] of Object.entries(timeouts)) {
      const path = ["gateway", "timeouts", key];
      if (value !== undefined && durationMs(value) === 0) {
        this.#fault({ path, message: "is 0", expected: "a duration longer than 0" });
      }
    }
    const maxRequestBytes = sizeBytes(gateway.maxRequestBytes ?? "20MiB");
    if (maxRequestBytes < 1_024 || maxRequestBytes > 1_073_741_824) {
      const path = ["gateway", "maxRequestBytes"];
      this.#fault({ path, message: `is ${gateway.maxRequestBytes}`, expected: "a size from 1KiB to 1GiB" });
    }
    return {
      listen: this.#gatewayListen(gateway.listen),
      maxRequestBytes,
      timeouts: times,
      trustedCa: this.#trustedCa(gateway.trustedCa),
    };
  }

  /** Envoy binds to literal addresses only. */
  #gatewayListen(value: string | number | undefined): ListenAddress {
    const path = ["gateway", "listen"];
    const { host, port } = this.#address(path, value, 8080);
    if (host === "localhost") return { host: "127.0.0.1", port };
    if (isIP(host) === 0) {
      this.#fault({
        path,
        message: `${host} is a name`,
        expected: "an IP address, which is what Envoy binds to",
      });
    }
    return { host, port };
  }

  #trustedCa(source: SourceFile | undefined): string {
    if (source === undefined) return "";
    const path = ["gateway", "trustedCa"];
    const pem = this.#content(path, source);
    if (pem === undefined || pem.includes("-----BEGIN CERTIFICATE-----")) return pem ?? "";
    this.#fault({ path, message: "holds no certificate", expected: "PEM: -----BEGIN CERTIFICATE-----" });
    return "";
  }

  #xdsListen(): ListenAddress {
    const { xds = {} } = this.#file;
    const listen = this.#address(["xds", "listen"], xds.listen, 18_000);
    if (!isLoopback(listen.host) && xds.allowPlaintext !== true) {
      this.#fault({
        path: ["xds", "listen"],
        message: `${listen.host} can be reached from other machines, and xDS carries the providers' credentials unencrypted`,
        hint: "write `allowPlaintext: true` beside it if the network is yours alone",
      });
    }
    return listen;
  }

  #admin(): Desired["admin"] {
    const { admin = {} } = this.#file;
    const listen = this.#address(["admin", "listen"], admin.listen, 8_090);
    const token = admin.token === undefined ? undefined : this.#secret(["admin", "token"], admin.token);
    if (!isLoopback(listen.host) && admin.token === undefined) {
      this.#fault({
        path: ["admin", "listen"],
        message: `${listen.host} can be reached from other machines, and there is no token`,
        hint: "write `token: { env: NAME }` beside it",
      });
    }
    return { listen, token };
  }

  #address(path: Path, value: string | number | undefined, port: number): ListenAddress {
    if (value === undefined) return { host: "127.0.0.1", port };
    const address = parseListenAddress(value);
    if (address !== undefined) return address;
    this.#fault({
      path,
      message: `is ${JSON.stringify(value)}`,
      expected: 'an address such as "127.0.0.1:8080", or a port',
    });
    return { host: "127.0.0.1", port };
  }

  #providers(): ReadonlyMap<string, Provider> {
    const providers = new Map<string, Provider>();
    for (const [name, provider] of Object.entries(this.#file.providers ?? {})) {
      const path = ["providers", name];
      this.#checkName(path, name);
      const credential =
        provider.credential === undefined
          ? undefined
          : this.#secret([...path, "credential"], provider.credential);
      if (provider.baseUrl !== undefined) this.#url([...path, "baseUrl"], provider.baseUrl);
      providers.set(name, { name, credential });
    }
    return providers;
  }

  #pools(): ReadonlyMap<string, Pool> {
    const pools = new Map<string, Pool>();
    for (const [name, pool] of Object.entries(this.#file.pools)) {
      const path = ["pools", name];
      this.#checkName(path, name);
      if (name === "*" || name.startsWith("xdstp:")) {
        this.#fault({
          path,
          atKey: true,
          message: `the name "${name}" has a meaning of its own to Envoy`,
          hint: "choose another",
        });
      }
      pools.set(name, this.#pool(path, name, pool));
    }
    return pools;
  }

  #pool(path: Path, name: string, pool: PoolFile): Pool {
    const weighted = pool.endpoints.some(({ weight }) => weight !== undefined);
    const endpoints = pool.endpoints.flatMap((endpoint, index) =>
      this.#endpoint([...path, "endpoints", index], name, endpoint),
    );
    for (const [, same] of Map.groupBy(endpoints, ({ priority }) => priority)) {
      if (same.reduce((sum, { weight }) => sum + weight, 0) > weightSumMax) {
        this.#fault({
          path: [...path, "endpoints"],
          message: `the weights add up to more than ${weightSumMax}`,
        });
      }
    }
    const { circuitBreaker = {} } = pool;
    return {
      name,
      strategy: pool.strategy ?? (weighted ? "weighted" : "roundRobin"),
      healthCheck: this.#healthCheck(
        pool.healthCheck === undefined ? ["healthCheck"] : [...path, "healthCheck"],
        { ...this.#file.healthCheck, ...pool.healthCheck },
      ),
      endpoints,
      retries: pool.retries ?? this.#file.gateway?.retries ?? 3,
      panicThreshold: pool.panicThreshold ?? 0,
      circuitBreaker: {
        maxConnections: circuitBreaker.maxConnections ?? 10_000,
        maxPendingRequests: circuitBreaker.maxPendingRequests ?? 10_000,
        maxRequests: circuitBreaker.maxRequests ?? 10_000,
        maxRetries: circuitBreaker.maxRetries ?? 1_024,
      },
      source: this.#around.sourceOf(path),
    };
  }

  #endpoint(path: Path, pool: string, endpoint: PoolFile["endpoints"][number]): readonly Endpoint[] {
    const id = endpoint.id ?? `${pool}-${Number(path.at(-1)) + 1}`;
    const earlier = this.#endpointIds.get(id);
    if (earlier !== undefined) {
      const { line } = this.#around.sourceOf(earlier);
      this.#fault({
        path,
        message: `the endpoint id "${id}" is there twice, first in line ${line}`,
        hint: "give one of them another `id`",
      });
    }
    this.#endpointIds.set(id, path);
    const { providers } = this.#around.writtenNames;
    if (endpoint.provider !== undefined && !providers.includes(endpoint.provider)) {
      this.#fault({
        path: [...path, "provider"],
        message: `there is no provider "${endpoint.provider}"`,
        hint: didYouMean(endpoint.provider, providers) ?? "add it under `providers`",
      });
    }
    const url = this.#endpointUrl(path, endpoint.url, endpoint.provider);
    if (url === undefined) return [];
    return [
      {
        id: id as EndpointId,
        url,
        provider: endpoint.provider,
        weight: endpoint.weight ?? 1,
        priority: endpoint.priority ?? 0,
        source: this.#around.sourceOf(path),
      },
    ];
  }

  #endpointUrl(path: Path, url: string | undefined, provider: string | undefined): EndpointUrl | undefined {
    if (url !== undefined) return this.#url([...path, "url"], url);
    const base = provider === undefined ? undefined : this.#file.providers?.[provider]?.baseUrl;
    if (base === undefined) {
      const hint = "or name a provider that has a `baseUrl`";
      this.#fault({
        path: [...path, "url"],
        message: "is missing",
        expected: "a URL such as https://api.example.com/v1",
        hint,
      });
      return undefined;
    }
    const parsed = parseEndpointUrl(base);
    return parsed.ok ? parsed.value : undefined;
  }

  #url(path: Path, text: string): EndpointUrl | undefined {
    const parsed = parseEndpointUrl(text);
    if (parsed.ok) return parsed.value;
    this.#fault({ path, ...parsed.error });
    return undefined;
  }

  #healthCheck(path: Path, check: CheckFile): HealthCheck {
    const intervalMs = durationMs(check.interval ?? "10s");
    const timeoutMs = check.timeout === undefined ? Math.min(5_000, intervalMs) : durationMs(check.timeout);
    const usual = Math.min(4_000, Math.round(timeoutMs * 0.8));
    const degradedLatencyMs = check.degradedLatency === undefined ? usual : durationMs(check.degradedLatency);
    if (intervalMs < 100) {
      this.#fault({
        path: [...path, "interval"],
        message: `is ${check.interval}`,
        expected: "at least 100ms",
      });
    }
    if (timeoutMs < 1 || timeoutMs > intervalMs) {
      const expected = `a duration longer than 0 and at most the interval (${intervalMs}ms)`;
      this.#fault({ path: [...path, "timeout"], message: `is ${check.timeout}`, expected });
    }
    if (degradedLatencyMs < 1 || degradedLatencyMs >= timeoutMs) {
      const expected = `a duration longer than 0 and shorter than the timeout (${timeoutMs}ms)`;
      this.#fault({ path: [...path, "degradedLatency"], message: `is ${check.degradedLatency}`, expected });
    }
    return {
      path: check.path ?? "/health",
      intervalMs,
      timeoutMs,
      unhealthyThreshold: check.unhealthyThreshold ?? 3,
      healthyThreshold: check.healthyThreshold ?? 2,
      degradedLatencyMs,
    };
  }

  #models(pools: ReadonlyMap<string, Pool>): ReadonlyMap<string, LlmModel> {
    const written = this.#around.writtenNames.pools;
    if (this.#file.models === undefined) {
      return new Map([...pools.keys()].map((name) => [name, { name, pool: name, price: undefined }]));
    }
    const models = new Map<string, LlmModel>();
    for (const [name, model] of Object.entries(this.#file.models)) {
      const path = ["models", name];
      this.#checkName(path, name);
      if (name === "!")
        this.#fault({ path, atKey: true, message: 'the name "!" is used for bodies that cannot be parsed' });
      if (!written.includes(model.pool)) {
        const hint = didYouMean(model.pool, written) ?? "add it under `pools`";
        this.#fault({ path: [...path, "pool"], message: `there is no pool "${model.pool}"`, hint });
      }
      models.set(name, { name, pool: model.pool, price: model.price });
    }
    const used = new Set([...models.values()].map(({ pool }) => pool));
    for (const name of pools.keys()) {
      if (!used.has(name))
        this.#warnings.push({ path: ["pools", name], atKey: true, message: "no model uses this pool" });
    }
    return models;
  }

  /** Limits and budgets stay in the file, but only if it says that they do nothing. */
  #kept(): void {
    for (const section of ["limits", "budgets"] as const) {
      for (const [index, entry] of (this.#file[section] ?? []).entries()) {
        const path = [section, index];
        if (entry.enforce === false)
          this.#warnings.push({ path, message: "is kept in the file and not enforced" });
        else
          this.#fault({
            path,
            message: "is not enforced yet",
            hint: "write `enforce: false` to keep it in the file",
          });
      }
    }
  }

  #checkName(path: Path, name: string): void {
    if (name === "" || name.length > 253 || /\p{Cc}|\p{Cf}|\p{Cs}/u.test(name)) {
      this.#fault({
        path,
        atKey: true,
        message: "the name is empty, too long or holds control characters",
        expected: "1 to 253 visible characters",
      });
    }
  }

  #secret(path: Path, source: SourceFile): Secret | undefined {
    const text = this.#content(path, source)?.replace(/\r?\n$/, "");
    if (text === undefined) return undefined;
    if (text === "") {
      this.#fault({ path, message: `${whereFrom(source)} is empty` });
      return undefined;
    }
    // It becomes a header: anything else in it could be a second header.
    if (!/^[\x21-\x7e]+$/.test(text)) {
      this.#fault({
        path,
        message: `${whereFrom(source)} holds spaces, line breaks or other characters that no key has`,
      });
      return undefined;
    }
    return new Secret(text);
  }

  #content(path: Path, source: SourceFile): string | undefined {
    if ((source.env === undefined) === (source.file === undefined)) {
      this.#fault({
        path,
        message: "names none or both of env and file",
        expected: "{ env: NAME } or { file: PATH }",
      });
      return undefined;
    }
    if (source.file !== undefined) {
      const read = this.#around.readFile(source.file);
      if (!read.ok)
        this.#fault({ path: [...path, "file"], message: `the file ${source.file} ${read.error}` });
      return read.ok ? read.value : undefined;
    }
    const name = source.env ?? "";
    const value = Object.hasOwn(this.#around.env, name) ? this.#around.env[name] : undefined;
    if (value === undefined) {
      this.#fault({
        path: [...path, "env"],
        message: `the environment variable ${name} is not set`,
        hint: `export ${name}=…`,
      });
    }
    return value;
  }

  #fault(fault: Fault): void {
    this.#faults.push(fault);
  }
}

function whereFrom(source: SourceFile): string {
  return source.env === undefined ? `the file ${source.file}` : `the environment variable ${source.env}`;
}
