import { caName, certificateName, credentialName, ownMetadata, trustedCaName } from "../gateway/names.ts";
import type { Desired } from "../model/desired.ts";
import { chainName, chainsOf, poolsOf } from "../model/llm-model.ts";
import type { Pool } from "../model/pool.ts";
import { decode } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import type { Resource } from "../proto/resource.ts";
import { typeUrl } from "../proto/type-url.ts";
import type { Blamed } from "./blamed.ts";
import { mentions, quotes, type Step, stepsIn, withoutResource } from "./envoy-words.ts";

/**
 * What the operator wrote that an Envoy refused, as exactly as its words tell; several when they leave
 * the choice. Positions are looked up in the resource that was sent and not in the file: drained
 * endpoints are not in it, and the others stand by priority.
 *
 * @param words Envoy's, as they arrived
 */
export function blame(refused: readonly Resource[], words: string, desired: Desired): readonly Blamed[] {
  const said = withoutResource(words);
  // What is written out between the words names the resource, when they do not.
  const byWords = refused.filter(({ name }) => mentions(said, name));
  const named = byWords.length > 0 ? byWords : refused.filter(({ name }) => mentions(words, name));
  const suspects = named.length > 0 ? named : refused;
  // A position says something of one resource only.
  const steps = suspects.length === 1 ? stepsIn(words) : [];
  const told = suspects.map((resource) => ({
    part: partOf(resource, said, steps, desired),
    whole: wholeOf(resource, desired),
  }));
  // Of resources that are not named, those without such a part are likely in order.
  const likely = named.length > 0 ? [] : told.filter(({ part }) => part.length > 0);
  return (likely.length > 0 ? likely : told).flatMap(({ part, whole }) => (part.length > 0 ? part : whole));
}

/** The part of what made the resource that the words point at; none when they do not. */
function partOf(
  resource: Resource,
  said: string,
  steps: readonly Step[],
  desired: Desired,
): readonly Blamed[] {
  switch (resource.typeUrl) {
    case typeUrl.clusterLoadAssignment:
      return endpointsIn(contentOf(resource), said, steps);
    case typeUrl.cluster:
      return endpointsOf(desired.pools.get(resource.name), said);
    case typeUrl.routeConfiguration:
      return modelsIn(said, desired);
    case typeUrl.listener:
      return isAboutAddress(said, desired) ? [{ kind: "part", part: "listen" }] : [];
    default:
      return [];
  }
}

/** All that made the resource. */
function wholeOf(
  { typeUrl: type, name }: Resource,
  { providers, models, pools }: Desired,
): readonly Blamed[] {
  switch (type) {
    case typeUrl.cluster:
      if (!pools.has(name)) return modelsWithChain(name, models);
      return [{ kind: "pool", pool: name }];
    case typeUrl.clusterLoadAssignment:
      return [{ kind: "pool", pool: name }];
    case typeUrl.routeConfiguration:
      return [{ kind: "part", part: "models" }];
    case typeUrl.listener:
      return [{ kind: "part", part: "gateway" }];
    case typeUrl.extensionConfig:
      return [{ kind: "part", part: "clientKeys" }];
    case typeUrl.secret:
      if (name === trustedCaName) return [{ kind: "part", part: "trustedCa" }];
      return [
        ...[...providers.keys()]
          .filter((provider) => credentialName(provider) === name || ofOwner(name, `provider/${provider}`))
          .map((provider): Blamed => ({ kind: "credential", provider })),
        ...[...pools.values()].flatMap((pool) =>
          pool.endpoints
            .filter(({ id }) => ofOwner(name, `endpoint/${id}`))
            .map(({ id }): Blamed => ({ kind: "endpoint", pool: pool.name, endpoint: id })),
        ),
      ];
    default:
      return [];
  }
}

/** An authority or a certificate that was written for one provider or endpoint. */
function ofOwner(name: string, owner: string): boolean {
  return name === caName(owner) || name === certificateName(owner);
}

/** Those whose pools together are the cluster. */
function modelsWithChain(name: string, models: Desired["models"]): readonly Blamed[] {
  return [...models.values()]
    .filter((model) => chainsOf(model).some((chain) => chainName(chain) === name))
    .map((model) => ({ kind: "model", model: model.name }));
}

type LoadAssignment = MessageTypes["envoy.config.endpoint.v3.ClusterLoadAssignment"];
type LbEndpoint = MessageTypes["envoy.config.endpoint.v3.LbEndpoint"];

function endpointsIn(
  { clusterName = "", endpoints = [] }: LoadAssignment,
  said: string,
  steps: readonly Step[],
): readonly Blamed[] {
  const level = endpoints[indexOf(steps, "Endpoints") ?? -1]?.lbEndpoints ?? [];
  const at = indexOf(steps, "LbEndpoints");
  const pointedAt = at === undefined ? level : level.slice(at, at + 1);
  if (pointedAt.length > 0) return pointedAt.flatMap((endpoint) => endpointOf(clusterName, endpoint));
  const all = endpoints.flatMap(({ lbEndpoints = [] }) => lbEndpoints);
  return mentionedMost(all, said, textsOf).flatMap((endpoint) => endpointOf(clusterName, endpoint));
}

/** By the id that every endpoint carries. */
function endpointOf(pool: string, { metadata }: LbEndpoint): readonly Blamed[] {
  const id = metadata?.filterMetadata?.[ownMetadata]?.fields?.id?.stringValue;
  return id === undefined
    ? []
    : [{ kind: "endpoint", pool, endpoint: id as Pool["endpoints"][number]["id"] }];
}

/** What Envoy may call the endpoint: with its port, which one endpoint has, and without. */
function textsOf({ endpoint }: LbEndpoint): Texts {
  const addresses = [endpoint, ...(endpoint?.additionalAddresses ?? [])].flatMap(
    (one) => one?.address?.socketAddress ?? [],
  );
  return {
    exact: addresses.map(({ address = "", portValue = 0 }) => withPort(address, portValue)),
    loose: [...addresses.map(({ address = "" }) => address), endpoint?.hostname ?? ""],
  };
}

/** A cluster holds no endpoints, but what it is refused for may be one's. */
function endpointsOf(pool: Pool | undefined, said: string): readonly Blamed[] {
  const found = mentionedMost(pool?.endpoints ?? [], said, ({ url: { host, port } }) => ({
    exact: [withPort(host, port)],
    loose: [host],
  }));
  return found.map(({ id }) => ({ kind: "endpoint", pool: pool?.name ?? "", endpoint: id }));
}

interface Texts {
  readonly exact: readonly string[];
  readonly loose: readonly string[];
}

/** Those whose exact text is mentioned; when there are none, those of whom any is. */
function mentionedMost<T>(all: readonly T[], said: string, texts: (one: T) => Texts): readonly T[] {
  const exact = all.filter((one) => texts(one).exact.some((text) => mentions(said, text)));
  return exact.length > 0
    ? exact
    : all.filter((one) => texts(one).loose.some((text) => mentions(said, text)));
}

function withPort(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/**
 * The models that are named, else those whose cluster is. Not by position: Envoy cuts its words off after
 * 4096 characters, and all routes, written out, are longer.
 */
function modelsIn(said: string, { models }: Desired): readonly Blamed[] {
  const named = [...models.values()].filter(({ name }) => quotes(said, name));
  const using = [...models.values()].filter((model) =>
    poolsOf(model)
      .values()
      .some((pool) => quotes(said, pool)),
  );
  return (named.length > 0 ? named : using).map(({ name }) => ({ kind: "model", model: name }));
}

function isAboutAddress(said: string, { gateway: { listen } }: Desired): boolean {
  return said.includes("cannot bind") || mentions(said, withPort(listen.host, listen.port));
}

function indexOf(steps: readonly Step[], field: string): number | undefined {
  return steps.find((step) => step.field === field)?.index;
}

function contentOf({ any }: Resource): LoadAssignment {
  const { value } = decode("google.protobuf.Any", any);
  return decode("envoy.config.endpoint.v3.ClusterLoadAssignment", value);
}
