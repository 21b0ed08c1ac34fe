import { describe, expect, test } from "vitest";
import type { EndpointId } from "../../../src/model/pool.ts";
import type { Resource } from "../../../src/proto/resource.ts";
import { typeUrl } from "../../../src/proto/type-url.ts";
import { blame } from "../../../src/runtime/blame.ts";
import { placeOf } from "../../../src/runtime/blamed.ts";
import { reasonIn } from "../../../src/runtime/envoy-words.ts";
import { type EngineState, initialState, turn } from "../../../src/runtime/turn.ts";
import { desired } from "../config/parse.ts";

/* The words are those of Envoy 1.40.0, as they arrived; only what it writes out of a resource is shortened. */

const file = `gateway:
  listen: 127.0.0.1:8080
  trustedCa: { file: ca.pem }
providers:
  acme:
    credential: { env: KEY }
pools:
  gpt-4.1:
    endpoints:
      - { url: "http://10.0.0.5:8000/v1", priority: 1 }
      - { url: "http://10.0.0.4:8000/v1" }
      - { url: "https://api.example/v1", provider: acme }
      - { url: "http://10.0.0.4:9000/v1" }
  other:
    endpoints:
      - { url: "https://10.0.0.7:8000/v1" }
models:
  gpt:
    pool: gpt-4.1
  claude: { pool: other }
`;

const first = desired(file);
const seen = turn(
  initialState(first, 0, ""),
  {
    facts: [{ kind: "host-resolved", host: "api.example", atMs: 0, addresses: ["192.0.2.7", "192.0.2.8"] }],
    overrides: [],
    desired: undefined,
  },
  0,
  "",
).state;

const { cluster, clusterLoadAssignment: endpoints, routeConfiguration: routes, listener, secret } = typeUrl;

describe("the place that a refusal comes from", () => {
  test.each([
    {
      story: "an address that is none",
      of: [endpoints, "gpt-4.1"],
      words:
        "malformed IP address: api.example. Consider setting resolver_name or setting cluster type to 'STRICT_DNS' or 'LOGICAL_DNS'",
      places: ["12 pools.gpt-4.1.endpoints[2]"],
    },
    {
      story: "a further address of a name",
      of: [endpoints, "gpt-4.1"],
      words:
        "malformed IP address: 192.0.2.8. Consider setting resolver_name or setting cluster type to 'STRICT_DNS' or 'LOGICAL_DNS'",
      places: ["12 pools.gpt-4.1.endpoints[2]"],
    },
    {
      story: "an address that two endpoints have",
      of: [endpoints, "gpt-4.1"],
      words:
        "malformed IP address: 10.0.0.4. Consider setting resolver_name or setting cluster type to 'STRICT_DNS' or 'LOGICAL_DNS'",
      places: ["11 pools.gpt-4.1.endpoints[1]", "13 pools.gpt-4.1.endpoints[3]"],
    },
    {
      story: "an address with the port that one of the two has",
      of: [endpoints, "gpt-4.1"],
      words: "cannot use '10.0.0.4:9000'",
      places: ["13 pools.gpt-4.1.endpoints[3]"],
    },
    {
      story: "an address that only begins like one of ours",
      of: [endpoints, "gpt-4.1"],
      words: "malformed IP address: 10.0.0.44.",
      places: ["9 pools.gpt-4.1"],
    },
    {
      story: "a position, in the order that was sent",
      of: [endpoints, "gpt-4.1"],
      words: invalid(
        'cluster_name: "gpt-4.1"',
        "ClusterLoadAssignmentValidationError.Endpoints[0]: embedded message failed validation | caused by LocalityLbEndpointsValidationError.LbEndpoints[1]: embedded message failed validation | caused by LbEndpointValidationError.LoadBalancingWeight: value must be greater than or equal to 1",
      ),
      places: ["12 pools.gpt-4.1.endpoints[2]"],
    },
    {
      story: "a position of a later priority",
      of: [endpoints, "gpt-4.1"],
      words: invalid(
        'cluster_name: "gpt-4.1"',
        "ClusterLoadAssignmentValidationError.Endpoints[1]: embedded message failed validation | caused by LocalityLbEndpointsValidationError.LbEndpoints[0]: embedded message failed validation | caused by LbEndpointValidationError.Endpoint: embedded message failed validation | caused by EndpointValidationError.Address: embedded message failed validation | caused by AddressValidationError.SocketAddress: embedded message failed validation | caused by SocketAddressValidationError.Address: value length must be at least 1 characters",
      ),
      places: ["10 pools.gpt-4.1.endpoints[0]"],
    },
    {
      story: "a whole priority",
      of: [endpoints, "gpt-4.1"],
      words: invalid(
        'cluster_name: "gpt-4.1"',
        "ClusterLoadAssignmentValidationError.Endpoints[1]: embedded message failed validation | caused by LocalityLbEndpointsValidationError.Priority: value must be less than or equal to 128",
      ),
      places: ["10 pools.gpt-4.1.endpoints[0]"],
    },
    {
      story: "no endpoint",
      of: [endpoints, "gpt-4.1"],
      words: invalid(
        'cluster_name: "gpt-4.1"',
        "ClusterLoadAssignmentValidationError.Policy: embedded message failed validation | caused by PolicyValidationError.OverprovisioningFactor: value must be greater than 0",
      ),
      places: ["9 pools.gpt-4.1"],
    },
    {
      story: "a cluster by its name",
      of: [cluster, "gpt-4.1", "other"],
      words:
        "Error adding/updating cluster(s) gpt-4.1: cluster: didn't find a registered load balancer factory implementation for cluster: 'gpt-4.1' with names from [nope]",
      places: ["9 pools.gpt-4.1"],
    },
    {
      story: "a cluster for an endpoint",
      of: [cluster, "gpt-4.1", "other"],
      words:
        "Error adding/updating cluster(s) gpt-4.1: malformed IP address: api.example. Consider setting resolver_name or setting cluster type to 'STRICT_DNS' or 'LOGICAL_DNS'",
      places: ["12 pools.gpt-4.1.endpoints[2]"],
    },
    {
      story: "a cluster that only what is written out names",
      of: [cluster, "gpt-4.1", "other"],
      words: invalid('name: "other"', "ClusterValidationError.ConnectTimeout: value must be greater than 0s"),
      places: ["15 pools.other"],
    },
    {
      story: "a cluster that is longer than Envoy's words may be",
      of: [cluster, "gpt-4.1", "other"],
      words: 'goo.gle/debugstr   \\x0aname: "gpt-4.1"\\x0aaddress: "10.0.0.4"\\x0a      ...(truncated)',
      places: ["9 pools.gpt-4.1"],
    },
    {
      story: "several clusters",
      of: [cluster, "gpt-4.1", "other"],
      words: "Error adding/updating cluster(s) gpt-4.1: no, other: no",
      places: ["9 pools.gpt-4.1", "15 pools.other"],
    },
    {
      story: "several clusters, and an endpoint of one",
      of: [cluster, "gpt-4.1", "other"],
      words: "Error adding/updating cluster(s) gpt-4.1: malformed IP address: api.example, other: no",
      places: ["12 pools.gpt-4.1.endpoints[2]", "15 pools.other"],
    },
    {
      story: "words that name none of many",
      of: [endpoints, "gpt-4.1", "other"],
      words: "no",
      places: ["9 pools.gpt-4.1", "15 pools.other"],
    },
    {
      story: "an address in one of many",
      of: [endpoints, "gpt-4.1", "other"],
      words:
        "malformed IP address: 10.0.0.7. Consider setting resolver_name or setting cluster type to 'STRICT_DNS' or 'LOGICAL_DNS'",
      places: ["16 pools.other.endpoints[0]"],
    },
    {
      story: "a position in one of many, which may be any",
      of: [endpoints, "gpt-4.1", "other"],
      words:
        "Proto constraint validation failed (ClusterLoadAssignmentValidationError.Endpoints[0]: embedded message failed validation | caused by LocalityLbEndpointsValidationError.LbEndpoints[0]: no)",
      places: ["9 pools.gpt-4.1", "15 pools.other"],
    },
    {
      story: "a route that Envoy does not name",
      of: [routes, "gateway"],
      words: "missing ): ((((",
      places: ["18 models"],
    },
    {
      story: "a route's cluster",
      of: [routes, "gateway"],
      words: "route: unknown cluster 'other'",
      places: ["20 models.claude"],
    },
    {
      story: "all routes",
      of: [routes, "gateway"],
      words: "Only a single wildcard domain is permitted in route gateway",
      places: ["18 models"],
    },
    {
      story: "an address that cannot be listened on",
      of: [listener, "gateway"],
      words:
        "Error adding/updating listener(s) gateway: cannot bind '127.0.0.1:8080': Address already in use\\x0a",
      places: ["2 gateway.listen"],
    },
    {
      story: "anything else of the listener",
      of: [listener, "gateway"],
      words: invalid(
        'name: "gateway"',
        "FilterValidationError.Name: value length must be at least 1 characters",
      ),
      places: ["2 gateway"],
    },
    {
      story: "certificate authorities",
      of: [secret, "credential/acme", "trusted_ca"],
      words: "Failed to load trusted CA certificates from <inline>",
      places: ["6 providers.acme.credential", "3 gateway.trustedCa"],
    },
    {
      story: "certificate authorities alone",
      of: [secret, "trusted_ca"],
      words: "Failed to load trusted CA certificates from <inline>",
      places: ["3 gateway.trustedCa"],
    },
  ])("$story", ({ of: [type = "", ...names], words, places }) => {
    expect(
      placesIn(
        seen,
        names.map((name) => sent(seen, type, name)),
        words,
      ),
    ).toEqual(places);
  });

  test("a drained endpoint is not counted", () => {
    const drained = turn(
      seen,
      {
        facts: [],
        overrides: [{ endpoint: id("gpt-4.1-2"), override: { drained: true } }],
        desired: undefined,
      },
      0,
      "",
    ).state;
    const words =
      "ClusterLoadAssignmentValidationError.Endpoints[0]: | caused by LocalityLbEndpointsValidationError.LbEndpoints[1]: no";
    expect(placesIn(drained, [sent(drained, endpoints, "gpt-4.1")], words)).toEqual([
      "13 pools.gpt-4.1.endpoints[3]",
    ]);
  });

  test("it is found again when lines have moved, and is nowhere when it has left", () => {
    const words = "malformed IP address: 10.0.0.7.";
    const blamed = blame([sent(seen, endpoints, "other")], words, first);
    expect(described(blamed.map((one) => placeOf(one, desired(`# one\n# two\n${file}`))))).toEqual([
      "18 pools.other.endpoints[0]",
    ]);
    const left = desired('pools: { gpt-4.1: { endpoints: [{ url: "http://x/v1" }] } }');
    expect(blamed.map((one) => placeOf(one, left))).toEqual([undefined]);
  });
});

describe("the reason, for a line of the log", () => {
  test.each([
    { words: "missing ): ((((", reason: "missing ): ((((" },
    {
      words: invalid(
        "x: 1",
        "AValidationError.B[0]: embedded | caused by BValidationError.C: value is required",
      ),
      reason: "BValidationError.C: value is required",
    },
    {
      words: invalid("x: 1", "AValidationError.B: value is required"),
      reason: "Proto constraint validation failed (AValidationError.B: value is required)",
    },
    {
      words:
        'Error adding/updating cluster(s) a: ALPN configured for cluster a which has a non-ALPN transport socket: goo.gle/debugstr   \\x0aname: "a"\\x0atype: EDS\\x0a',
      reason:
        "Error adding/updating cluster(s) a: ALPN configured for cluster a which has a non-ALPN transport socket: the resource",
    },
    {
      words: 'goo.gle/debugstr   \\x0aname: "a"\\x0a      ...(truncated)',
      reason: "the reason is cut off, and only in Envoy's own log",
    },
    { words: "x".repeat(301), reason: `${"x".repeat(300)}…` },
  ])("$reason", ({ words, reason }) => {
    expect(reasonIn(words)).toBe(reason);
  });
});

/** How Envoy tells that a message is not valid: the message, written out, and then why. */
function invalid(written: string, why: string): string {
  return `goo.gle/debugstr   \\x0a${written}\\x0aendpoints {\\x0a  address: "10.0.0.4"\\x0a  port_value: 8000\\x0a}\\x0a: Proto constraint validation failed (${why})`;
}

const id = (text: string) => text as EndpointId;

function sent({ snapshot }: EngineState, type: string, name: string): Resource {
  const found = snapshot.types.get(type)?.resources.get(name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

function placesIn(state: EngineState, refused: readonly Resource[], words: string): readonly string[] {
  return described(blame(refused, words, state.desired).map((one) => placeOf(one, state.desired)));
}

function described(sources: readonly (ReturnType<typeof placeOf> | undefined)[]): readonly string[] {
  return sources.map((source) => `${source?.line} ${source?.path}`);
}
