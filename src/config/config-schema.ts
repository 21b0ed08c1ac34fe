import { z } from "zod";
import { durationMs, durationPattern } from "./duration.ts";
import { sizePattern } from "./size.ts";

/*
 * The shape of the file. `describe` is the reference for people and editors; `expected` says in a
 * problem what would have been right. What can be derived has its default where it is used.
 */

const expecting = <T extends z.ZodType>(schema: T, expected: string, description: string): T =>
  schema.describe(description).meta({ expected });

/** Timers of Node fire at once when they are set for longer than 24 days. */
const longestMs = 24 * 3_600_000;

const duration = (description: string) =>
  expecting(
    z
      .string()
      .regex(durationPattern)
      .refine((text) => durationMs(text) <= longestMs),
    "a duration such as 500ms, 10s, 5m or 1h, at most 24h",
    description,
  );

const whole = (min: number, max: number, description: string) =>
  expecting(z.int().min(min).max(max), `a whole number from ${min} to ${max}`, description);

const text = (description: string) => expecting(z.string().min(1).max(2_048), "a text", description);

const address = (description: string) =>
  expecting(
    z.union([z.string().min(1).max(262), z.int().min(0).max(65_535)]),
    'an address such as "127.0.0.1:8080", or a port',
    description,
  );

/** Where a secret or a certificate comes from. Never the text itself. */
const source = (description: string) =>
  expecting(
    z.strictObject({
      env: text("Name of the environment variable that holds it.").optional(),
      file: text(
        "Path of the file that holds it, relative to this file. A newline at its end is not part of it.",
      ).optional(),
    }),
    "{ env: NAME } or { file: PATH }",
    description,
  );

/** A header's name: what HTTP calls a token. */
export const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$/;

const credential = expecting(
  z.strictObject({
    env: text("Name of the environment variable that holds the key.").optional(),
    file: text(
      "Path of the file that holds it, relative to this file. A newline at its end is not part of it.",
    ).optional(),
    header: expecting(
      z.string().regex(headerName),
      "the name of a header, such as x-api-key",
      "Header that carries the key; default authorization.",
    ).optional(),
    prefix: expecting(
      z.string().regex(/^[\x20-\x7e]{0,64}$/),
      'a text such as "Bearer "',
      'Stands before the key in the header; default "Bearer " in authorization, nothing in any other.',
    ).optional(),
    query: expecting(
      z.string().regex(/^[A-Za-z0-9._~-]{1,128}$/),
      "the name of a parameter, such as key",
      "Parameter of the query that carries the key instead of a header. Then it is a part of URLs, which others log.",
    ).optional(),
  }),
  "{ env: NAME } or { file: PATH }, and if wanted header, prefix or query",
  "API key; sent as a bearer token if nothing else is said.",
);

const tls = expecting(
  z.strictObject({
    ca: source(
      "PEM certificates of the only authorities that are trusted; default: the public ones and gateway.trustedCa.",
    ).optional(),
    serverName: expecting(
      z.string().regex(/^(?=.{1,253}$)[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/),
      "a DNS name such as api.example.com",
      "Name that is sent (SNI) and that the certificate must have; default: the URL's host.",
    ).optional(),
    certificate: source(
      "PEM certificate by which we show who we are, with those up to the authority (mTLS).",
    ).optional(),
    key: source("PEM key of the certificate.").optional(),
    dangerouslyAcceptAnyCertificate: expecting(
      z.boolean(),
      "true or false",
      "true: no certificate is checked at all, and whoever is on the way can read prompts and keys. For a test; `ca` is the way to trust your own authority.",
    ).optional(),
  }),
  "a map with ca, serverName, certificate, key",
  "How https backends are checked, and how we show ourselves to them. An endpoint's is laid over its provider's, key by key.",
);

const provider = expecting(
  z.strictObject({
    baseUrl: text("URL of endpoints that have none of their own.").optional(),
    credential: credential.optional(),
    headers: expecting(
      z.record(z.string(), expecting(z.string().max(4_096), "a text", "The header's value.")),
      'a map of texts by name, such as { anthropic-version: "2023-06-01" }',
      "Headers that every request and every check carries; what a client sends under these names is not passed on.",
    ).optional(),
    query: expecting(
      z.record(z.string(), expecting(z.string().max(4_096), "a text", "The parameter's value.")),
      'a map of texts by name, such as { api-version: "2024-10-21" }',
      "Parameters of the query that every request and every check carries.",
    ).optional(),
    tls: tls.optional(),
    usage: expecting(
      z.enum(["openai", "anthropic", "gemini"]),
      "one of openai, anthropic, gemini",
      "Whose words its answers use for tokens; default openai, for chat completions, completions, embeddings and responses.",
    ).optional(),
    streamUsage: expecting(
      z.boolean(),
      "true or false",
      "Asks for the usage of streams (`stream_options.include_usage`) when the client says nothing of it, and keeps it from the client. Default: true where `usage` is openai; false for backends that refuse the option.",
    ).optional(),
  }),
  "a map with credential, baseUrl, headers, query, tls, usage, streamUsage",
  "Somebody who serves models.",
);

const healthCheck = expecting(
  z.strictObject({
    path: expecting(
      z
        .string()
        .regex(/^\/[^\s#]*$/)
        .max(1_024),
      'a path that starts with "/"',
      "Appended to the endpoint's URL; default /health. Any 2xx status is a success.",
    ).optional(),
    interval: duration(
      "Time between two checks of an endpoint; default 10s, at least 100ms. Jittered by 10 %.",
    ).optional(),
    timeout: duration("Longest time for a whole check; default 5s, at most the interval.").optional(),
    unhealthyThreshold: whole(
      1,
      20,
      "Failures in a row that make a healthy endpoint UNHEALTHY; default 3.",
    ).optional(),
    healthyThreshold: whole(
      1,
      20,
      "Answers in a row that make an unhealthy endpoint HEALTHY; default 2.",
    ).optional(),
    degradedLatency: duration(
      "Answers slower than this, unhealthyThreshold of them in a row, make an endpoint DEGRADED; default 4s or 80 % of the timeout, whichever is less.",
    ).optional(),
  }),
  "a map with path, interval, timeout, unhealthyThreshold, healthyThreshold, degradedLatency",
  "How endpoints are checked.",
);

const endpoint = expecting(
  z.strictObject({
    id: expecting(
      z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,252}$/),
      "letters, digits and ._:@/- (at most 253)",
      "Name of the endpoint, unique in the file; default <pool>-<n>, counted from 1.",
    ).optional(),
    url: text(
      "Stands for the API's /v1: a request for /v1/chat/completions goes to <url>/chat/completions. http or https. Default: the provider's baseUrl.",
    ).optional(),
    provider: text(
      "Name of the provider whose credential, headers and query are sent; without one none are.",
    ).optional(),
    weight: whole(
      1,
      1_000_000,
      "Share of the requests, relative to the pool's other endpoints of the same priority; default 1.",
    ).optional(),
    priority: whole(
      0,
      127,
      "0 (default) is used first; 1 only when no endpoint of priority 0 is usable, and so on.",
    ).optional(),
    tls: tls.optional(),
  }),
  "a map with url, and if wanted id, provider, weight, priority, tls",
  "One backend of the pool.",
);

const strategies = ["roundRobin", "weighted", "leastRequest"] as const;

const pool = expecting(
  z.strictObject({
    strategy: expecting(
      z.enum(strategies),
      "one of roundRobin, weighted, leastRequest",
      "How requests are spread: roundRobin knows no weights, weighted follows them, leastRequest prefers the less busy of two. Default: weighted if an endpoint has a weight, otherwise roundRobin.",
    ).optional(),
    protocol: expecting(
      z.enum(["auto", "http1", "http2"]),
      "one of auto, http1, http2",
      "HTTP version of all endpoints. auto (default): https endpoints choose (ALPN), http endpoints and pools that have both kinds get HTTP/1.1. http2: HTTP/2, also unencrypted and without asking.",
    ).optional(),
    healthCheck: healthCheck.optional(),
    endpoints: expecting(
      z.array(endpoint).min(1).max(10_000),
      "a list of 1 to 10000 endpoints",
      "The backends.",
    ),
    retries: whole(
      0,
      10,
      "Attempts after the first, on other endpoints; default gateway.retries.",
    ).optional(),
    retryBudget: expecting(
      z.strictObject({
        percent: whole(
          0,
          100,
          "Retries under way at most, as a share of all that is under way, retries included; default 50: one retry for each request, so that the load at most doubles when everything fails.",
        ).optional(),
        minimum: whole(
          0,
          100_000,
          "Retries under way that are allowed however little is under way; default 100, so that a backend that dies takes no request of a small fleet with it.",
        ).optional(),
      }),
      "a map with percent, minimum",
      "How many retries of the pool may be under way at once, per Envoy; beyond them the failure goes to the client.",
    ).optional(),
    panicThreshold: whole(
      0,
      100,
      "Percent of healthy endpoints below which Envoy ignores health and uses all; default 0: never, clients get 503 when none is healthy.",
    ).optional(),
    circuitBreaker: expecting(
      z.strictObject({
        maxConnections: whole(1, 4_294_967_295, "Connections per Envoy; default 10000.").optional(),
        maxPendingRequests: whole(
          1,
          4_294_967_295,
          "Requests waiting for a connection; default 10000.",
        ).optional(),
        maxRequests: whole(1, 4_294_967_295, "Requests under way; default 10000.").optional(),
        maxRetries: whole(
          0,
          4_294_967_295,
          "Retries under way, instead of retryBudget; default: none but retryBudget's.",
        ).optional(),
      }),
      "a map with maxConnections, maxPendingRequests, maxRequests, maxRetries",
      "Envoy's limits for this pool, per Envoy; beyond them clients get 503.",
    ).optional(),
  }),
  "a map with endpoints, and if wanted strategy, protocol, healthCheck, retries, retryBudget, panicThreshold, circuitBreaker",
  "Backends that serve the same thing; becomes an Envoy cluster of this name.",
);

const price = expecting(
  z.strictObject({
    input: expecting(
      z.number().min(0).max(1_000_000),
      "US dollars, 0 or more",
      "US dollars per million input tokens.",
    ),
    output: expecting(
      z.number().min(0).max(1_000_000),
      "US dollars, 0 or more",
      "US dollars per million output tokens.",
    ),
  }),
  "{ input: …, output: … }",
  "What the model costs; kept, not used yet.",
);

const upstreamModel = text(
  "What the backend reads in the body's `model`, where it calls the model otherwise; everything else in the body stays byte for byte. In a model whose name has a *, a * stands for the same text. Default: what the client wrote, or the member's name where another model leads here.",
);
const weight = whole(1, 1_000_000, "Share of the requests, relative to the others.");

const model = expecting(
  z.strictObject({
    pool: text("Name of the pool that serves the model.").optional(),
    upstreamModel: upstreamModel.optional(),
    split: expecting(
      z.record(
        z.string(),
        expecting(
          z.union([weight, z.strictObject({ weight, upstreamModel: upstreamModel.optional() })]),
          "a whole number from 1 to 1000000, or { weight: …, upstreamModel: … }",
          "The pool's share of the requests, relative to the others.",
        ),
      ),
      "a map such as { gpt: 80, claude: 20 }",
      "Pools that share the requests by weight. While one cannot serve, the others do, the largest share first.",
    ).optional(),
    fallback: expecting(
      z.array(text("Name of a model.")).min(1).max(20),
      "a list of models such as [gpt-4.1, claude-sonnet-4.5]",
      "Models that are tried in this order: the next one when all endpoints before it are unhealthy, or when an attempt failed (connect failure, reset, 5xx, 429, timeout) before the first byte of an answer reached the client.",
    ).optional(),
    match: expecting(
      z
        .array(
          expecting(
            z.strictObject({
              header: expecting(
                z.record(
                  z.string(),
                  expecting(
                    z.string().min(1).max(1_024),
                    "a text; * stands for any characters",
                    "Value that the header must have; * stands for any characters.",
                  ),
                ),
                "a map such as { x-tier: premium }",
                "Headers that a request must have, all of them. Without it every request fits.",
              ).optional(),
              model: text("Name of the model that requests that fit are for."),
            }),
            "a map with model, and if wanted header",
            "One case.",
          ),
        )
        .min(1)
        .max(100),
      "a list such as [{ header: { x-tier: premium }, model: big }, { model: small }]",
      "Which model a request is for by its headers: the first entry that fits, the last one fits all.",
    ).optional(),
    price: price.optional(),
  }),
  "a map with pool, split, fallback or match, and if wanted upstreamModel, price",
  "What clients name in `model`. A name with one * stands for every name that fits and is not a model itself; of several the one with the most other characters wins.",
);

const nodePattern = expecting(
  z.strictObject({
    id: text("Node ids; * stands for any run of characters.").optional(),
    cluster: text("Clusters of the nodes' own, as their bootstraps name them, in the same way.").optional(),
  }),
  "a map with id, cluster or both",
  "Nodes that fit all that is said.",
);

const group = expecting(
  z.strictObject({
    nodes: expecting(
      z.array(nodePattern).min(1).max(1_000),
      'a list such as [{ id: "eu-*" }, { cluster: europe }]',
      "Which nodes: those that fit any entry, and no group above.",
    ),
    models: expecting(
      z.array(text("Name of a model.")).min(1).max(10_000),
      "a list of models",
      "What clients of these Envoys may name; with the pools and credentials of these models it is all that the group is given. Default: every model.",
    ).optional(),
  }),
  "a map with nodes, and if wanted models",
  "Envoys that are given the same.",
);

const notEnforced = expecting(
  z.boolean(),
  "true or false",
  "Must be false for now: limits and budgets are kept in the file and not enforced yet.",
);
const scope = expecting(
  z.enum(["key", "team", "model", "pool", "provider", "global"]),
  "one of key, team, model, pool, provider, global",
  "What is counted together.",
);
const rate = (description: string) =>
  expecting(z.string().regex(/^\d{1,12}\/(s|min|hour|day|month)$/), "a rate such as 1000/min", description);
const step = expecting(
  z.string().min(1).max(64),
  "an action such as alert, downgrade or reject",
  "What happens at this share.",
);

const limit = z.strictObject({
  per: scope.optional(),
  requests: rate("Requests per time.").optional(),
  tokens: rate("Tokens per time.").optional(),
  enforce: notEnforced.optional(),
});
const budget = z.strictObject({
  per: scope.optional(),
  limit: expecting(
    z.string().regex(/^\$\d{1,12}(\.\d{1,2})?(\/(hour|day|month))?$/),
    "an amount such as $1000/month",
    "US dollars, and the time they are for.",
  ),
  at50: step.optional(),
  at80: step.optional(),
  at90: step.optional(),
  at100: step.optional(),
  enforce: notEnforced.optional(),
});

const clientKeys = expecting(
  z.strictObject({
    required: expecting(
      z.boolean(),
      "true or false",
      "Whether a request needs a key, all but GET /health; default true. false lets everyone call who reaches the gateway.",
    ).optional(),
    folder: text(
      "Where keys are kept, relative to this file; default fairlead-keys. Made at first use, for this user alone.",
    ).optional(),
    signingKey: source(
      "PEM of a private key on the curve P-256 to sign keys with. Default: Fairlead makes its own, in the folder.",
    ).optional(),
    acceptedKeys: expecting(
      z.array(source("PEM of a public key.")).min(1).max(100),
      "a list such as [{ file: old.pem }]",
      "Public keys of signing keys before this one, whose keys stay good. Only beside signingKey.",
    ).optional(),
  }),
  "a map with required, folder, signingKey, acceptedKeys",
  "Who may call: clients with a key of `fairlead keys create`. Needed where the gateway listens on an address that is not loopback.",
);

const named = <T extends z.ZodType>(value: T, description: string, expected: string) =>
  expecting(z.record(z.string(), value), expected, description);

export const configSchema = expecting(
  z.strictObject({
    gateway: expecting(
      z.strictObject({
        listen: address("Where Envoy listens for requests; default 127.0.0.1:8080.").optional(),
        maxRequestBytes: expecting(
          z.string().regex(sizePattern),
          "a size such as 20MiB or 64KiB",
          "Largest request body; default 20MiB. A larger one gets 413.",
        ).optional(),
        retries: whole(0, 10, "Attempts after the first, for pools that do not say; default 3.").optional(),
        timeouts: expecting(
          z.strictObject({
            connect: duration(
              "TCP and TLS connection to a backend, per attempt; default 10s. Then 502, or another attempt.",
            ).optional(),
            firstToken: duration(
              "Streaming requests: until the head of the answer is here, per attempt; default 30s. Then 504, or another attempt. For the rest of the answer there is streamIdle, also for the first token of a backend that sends its head before.",
            ).optional(),
            perTry: duration(
              "Other requests: longest silence of a backend, before the head of its answer and within the answer, per attempt; default 120s. Then 504, or another attempt; within an answer it is cut.",
            ).optional(),
            streamIdle: duration(
              "Streaming requests: longest silence that a client has to bear, before the head (all attempts together) and before each chunk; default 60s. Then 504, or the stream is cut.",
            ).optional(),
            total: duration(
              "The whole request with all attempts and all of its answer; default 600s. Then 504, or the answer is cut: the longest that a stream can be.",
            ).optional(),
          }),
          "a map with connect, firstToken, perTry, streamIdle, total",
          "How long requests may take.",
        ).optional(),
        trustedCa: source(
          "PEM certificates of authorities to trust for https backends, beside the public ones.",
        ).optional(),
      }),
      "a map with listen, maxRequestBytes, retries, timeouts, trustedCa",
      "The Envoy listener in front of the pools.",
    ).optional(),
    clientKeys: clientKeys.optional(),
    xds: expecting(
      z.strictObject({
        listen: address("Where Envoys fetch their configuration; default 127.0.0.1:18000.").optional(),
        allowPlaintext: expecting(
          z.boolean(),
          "true or false",
          "xDS carries the providers' credentials: needed for any address that is not loopback, unless there is tls.",
        ).optional(),
        tls: expecting(
          z.strictObject({
            certificate: text("PEM file of the server's certificate, followed when it is replaced."),
            key: text("PEM file of its key."),
            clientCa: text(
              "PEM file of the authority of client certificates; with it every Envoy must have one.",
            ).optional(),
          }),
          "a map with certificate, key, and if wanted clientCa",
          "Encrypts xDS. Files are relative to this one.",
        ).optional(),
        clients: expecting(
          z
            .array(
              expecting(
                z.strictObject({
                  san: text("A DNS or URI name in the client's certificate; * stands for any characters."),
                  node: text(
                    "Node ids that it may use; * stands for any characters, {san} for the name. Default: any.",
                  ).optional(),
                  cluster: text("Clusters that it may belong to, in the same way. Default: any.").optional(),
                }),
                "a map with san, and if wanted node, cluster",
                "Who may be which node.",
              ),
            )
            .min(1)
            .max(1_000),
          "a list of clients",
          "Which client may be which node; who fulfils none of these is refused. Needs tls.clientCa.",
        ).optional(),
        newStreamsPerSecond: whole(
          1,
          100_000,
          "New streams that are let in a second, and twice as many at once; further ones are told to come again. Default 1000.",
        ).optional(),
        maxConnectionAge: duration(
          "A connection is asked to go elsewhere after this time, give or take a tenth, so that a fleet spreads over replicas. Default: never.",
        ).optional(),
      }),
      "a map with listen, allowPlaintext, tls, clients, newStreamsPerSecond, maxConnectionAge",
      "The xDS server.",
    ).optional(),
    admin: expecting(
      z.strictObject({
        listen: address("Where the admin API listens; default 127.0.0.1:8090.").optional(),
        token: source(
          "Bearer token that clients must send; needed for any address that is not loopback.",
        ).optional(),
      }),
      "a map with listen, token",
      "The admin API.",
    ).optional(),
    providers: named(provider, "Who serves the models, by name.", "a map of providers by name").optional(),
    healthCheck: healthCheck.optional(),
    pools: named(pool, "The pools, by name.", "a map of pools by name"),
    models: named(
      model,
      "What clients may name in `model`. Without this section every pool is a model of its own name.",
      "a map of models by name",
    ).optional(),
    groups: named(
      group,
      "Which Envoys are given what. The first group that fits a node has it; a node of none is refused. Without this section every Envoy is given everything.",
      "a map of groups by name",
    ).optional(),
    limits: expecting(
      z.array(limit).max(1_000),
      "a list of limits",
      "Kept, not enforced yet: see `enforce`.",
    ).optional(),
    budgets: expecting(
      z.array(budget).max(1_000),
      "a list of budgets",
      "Kept, not enforced yet: see `enforce`.",
    ).optional(),
  }),
  "a map with pools, and if wanted gateway, clientKeys, providers, healthCheck, models, groups, xds, admin, limits, budgets",
  "Fairlead's configuration.",
);

export type ConfigFile = z.output<typeof configSchema>;

/** For editors: the JSON Schema of the file. Top-level keys that start with `x-` are free, for anchors. */
export function jsonSchema(): object {
  const schema = z.toJSONSchema(configSchema, { io: "input" }) as Record<string, unknown>;
  return { title: "Fairlead configuration", ...schema, patternProperties: { "^x-": {} } };
}
