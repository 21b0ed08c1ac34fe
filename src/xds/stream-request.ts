import { decode } from "../proto/codec.ts";
import type { Dialect, Request } from "./conversation.ts";

/** Who is at the other end, in its own words. */
export interface Node {
  readonly id: string;
  readonly cluster: string;
  /** Envoy's version, e.g. "1.40.0"; "" when it did not say. */
  readonly userAgentVersion: string;
}

export interface StreamRequest extends Request {
  readonly typeUrl: string;
  /** undefined in all but a stream's first request. */
  readonly node: Node | undefined;
}

/** Names in one request: ten times the largest fleet we know of, and still only megabytes. */
const namesPerRequest = 100_000;
const longestName = 4_096;
const longestError = 4_096;

export type Read =
  | { readonly ok: true; readonly request: StreamRequest }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a request of either dialect.
 *
 * @param serviceType the type of a per-type service, which implies it; undefined on ADS, where each
 *   request must name its type (C3).
 */
export function readRequest(bytes: Uint8Array, dialect: Dialect, serviceType: string | undefined): Read {
  try {
    const request = dialect === "sotw" ? readSotw(bytes) : readDelta(bytes);
    const reason = refusalOf(request, serviceType);
    if (reason !== undefined) return { ok: false, reason };
    return { ok: true, request: { ...request, typeUrl: serviceType ?? request.typeUrl } };
  } catch {
    return { ok: false, reason: "the request is not a discovery request" };
  }
}

function refusalOf(request: StreamRequest, serviceType: string | undefined): string | undefined {
  if (serviceType === undefined && request.typeUrl === "") return "a request on ADS names its type_url";
  if (serviceType !== undefined && request.typeUrl !== "" && request.typeUrl !== serviceType) {
    return `this service is for ${serviceType}`;
  }
  const names = [
    ...request.listed,
    ...request.subscribe,
    ...request.unsubscribe,
    ...Object.keys(request.initialVersions),
  ];
  if (names.length > namesPerRequest) return `more than ${namesPerRequest} names in one request`;
  if (names.some((name) => name.length > longestName))
    return `a name is longer than ${longestName} characters`;
  return undefined;
}

function readSotw(bytes: Uint8Array): StreamRequest {
  const message = decode("envoy.service.discovery.v3.DiscoveryRequest", bytes);
  return {
    typeUrl: message.typeUrl ?? "",
    node: nodeOf(message.node),
    listed: message.resourceNames ?? [],
    subscribe: [],
    unsubscribe: [],
    initialVersions: {},
    nonce: message.responseNonce ?? "",
    error: errorOf(message.errorDetail),
  };
}

function readDelta(bytes: Uint8Array): StreamRequest {
  const message = decode("envoy.service.discovery.v3.DeltaDiscoveryRequest", bytes);
  return {
    typeUrl: message.typeUrl ?? "",
    node: nodeOf(message.node),
    listed: [],
    subscribe: message.resourceNamesSubscribe ?? [],
    unsubscribe: message.resourceNamesUnsubscribe ?? [],
    initialVersions: message.initialResourceVersions ?? {},
    nonce: message.responseNonce ?? "",
    error: errorOf(message.errorDetail),
  };
}

type SotwMessage = ReturnType<typeof decode<"envoy.service.discovery.v3.DiscoveryRequest">>;

function nodeOf(node: SotwMessage["node"]): Node | undefined {
  if (node === undefined) return undefined;
  const { majorNumber = 0, minorNumber = 0, patch = 0 } = node.userAgentBuildVersion?.version ?? {};
  const built = node.userAgentBuildVersion === undefined ? "" : `${majorNumber}.${minorNumber}.${patch}`;
  return { id: node.id ?? "", cluster: node.cluster ?? "", userAgentVersion: node.userAgentVersion ?? built };
}

/** Present is what makes it a refusal, whatever it says (C4). Shortened, and harmless to print. */
function errorOf(detail: SotwMessage["errorDetail"]): string | undefined {
  if (detail === undefined) return undefined;
  const message = detail.message ?? "";
  const shown = message.length > longestError ? `${message.slice(0, longestError)}…` : message;
  return shown.replace(/\p{Cc}/gu, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
