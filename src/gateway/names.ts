/** The names by which the parts of the generated configuration refer to each other. */
export const listenerName = "gateway";
export const routeConfigurationName = "gateway";

/** Dynamic metadata of a request, read from its body: `model` (text) and `stream` (as the client wrote it). */
export const requestMetadata = "fairlead.request";

/** Metadata of an endpoint (`id`, `pool`, `path`, `credential`), a route (`operation`) and a cluster (`pool`). */
export const ownMetadata = "fairlead";

/** Headers that exist only inside Envoy's upstream filter chain; stripped from clients, never sent to backends. */
export const pathHeader = "x-fairlead-path";
export const credentialHeader = "x-fairlead-credential";
export const poolHeader = "x-fairlead-pool";

/** Value of `model` in the metadata when the body could not be parsed; no model may have this name. */
export const unparsable = "!";

/** SDS name of a provider's credential. */
export const credentialName = (provider: string): string => `credential/${provider}`;

/** SDS name of the certificate authorities that backends are checked against. */
export const trustedCaName = "trusted_ca";

/** Name under which `/v1/chat/completions/stream` configures the filter that adds `"stream": true`. */
export const streamFilterName = "fairlead.add_stream";

/** Names under which a route tells the cluster's filters which pool was chosen, and what the pools call its model. */
export const tellPoolFilterName = "fairlead.tell_pool";
export const scriptFilterName = "fairlead.path";
