/** The names by which the parts of the generated configuration refer to each other. */
export const listenerName = "gateway";
export const routeConfigurationName = "gateway";

/** Dynamic metadata of a request, read from its body: `model` (text) and `stream` (as the client wrote it). */
export const requestMetadata = "fairlead.request";

/** Metadata of an endpoint (`id`, `pool`, `path`, `provider`), a route (`operation`) and a cluster (`pool`). */
export const ownMetadata = "fairlead";

/** Headers that exist only inside Envoy's upstream filter chain; stripped from clients, never sent to backends. */
export const pathHeader = "x-fairlead-path";
export const providerHeader = "x-fairlead-provider";
/** Parts of the query: what a provider always wants, and its key. */
export const queryHeader = "x-fairlead-query";
export const queryKeyHeader = "x-fairlead-query-key";
export const poolHeader = "x-fairlead-pool";

/** Value of `model` in the metadata when the body could not be parsed; no model may have this name. */
export const unparsable = "!";

/** SDS name of a provider's credential. */
export const credentialName = (provider: string): string => `credential/${provider}`;

/** SDS names of what a provider or an endpoint has for itself: authorities, and a client certificate. */
export const caName = (owner: string): string => `ca/${owner}`;
export const certificateName = (owner: string): string => `certificate/${owner}`;

/** SDS name of the certificate authorities that backends are checked against. */
export const trustedCaName = "trusted_ca";

/** Name under which `/v1/chat/completions/stream` configures the filter that adds `"stream": true`. */
export const streamFilterName = "fairlead.add_stream";

/** ECDS names, and names in the filter chain, of what checks client keys. */
export const keyFilterName = "fairlead.client_keys";
export const revocationFilterName = "fairlead.revoked_keys";
export const modelAccessFilterName = "fairlead.model_access";
export const ownModelsFilterName = "fairlead.own_models";

/** Dynamic metadata of who calls: below `key` are `jti` (the key's id), `name`, `team` and `models`. */
export const callerMetadata = { namespace: "envoy.filters.http.jwt_authn", key: "key" } as const;
/**
 * Static cluster of the control plane in an Envoy's bootstrap. Only there may it be: a logger that names a
 * cluster which comes over xDS is refused.
 */
export const controlPlaneCluster = "xds_cluster";

/** Asks for the usage of streams; a route of backends that would not have it switches it off by this name. */
export const streamUsageFilterName = "fairlead.stream_usage";

/** Reads the usage of answers; a route says by this name whose words they are. */
export const usageFilterName = "fairlead.usage";

/** Typed metadata of an answer (`envoy.data.ai.v3.TokenUsage`); Envoy's own name for it. */
export const usageMetadata = "envoy.ai.token_usage";

/** `log_name` of what is logged for each request, and for each attempt that failed. */
export const requestLogName = "fairlead.requests";
export const attemptLogName = "fairlead.attempts";

/** Names under which a route tells the cluster's filters which pool was chosen, and what the pools call its model. */
export const tellPoolFilterName = "fairlead.tell_pool";
export const scriptFilterName = "fairlead.path";
