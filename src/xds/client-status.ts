import { type GrpcCall, grpcStatus } from "../grpc/grpc-call.ts";
import { decode, encode } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import type { ClientResource, Conversation } from "./conversation.ts";
import type { Fleet } from "./fleet.ts";
import type { Session } from "./session.ts";

type Request = MessageTypes["envoy.service.status.v3.ClientStatusRequest"];
type ClientConfig = MessageTypes["envoy.service.status.v3.ClientConfig"];
type GenericXdsConfig = NonNullable<ClientConfig["genericXdsConfigs"]>[number];

const service = "/envoy.service.status.v3.ClientStatusDiscoveryService";

/**
 * CSDS: which node has what, as its streams told. `FetchClientStatus` answers one request,
 * `StreamClientStatus` each request of a stream. A client is told of the nodes that it may be itself: what
 * another node has may be secrets that are not for this one.
 */
export function clientStatusMethods(fleet: Fleet): readonly (readonly [string, (call: GrpcCall) => void])[] {
  return [
    [`${service}/FetchClientStatus`, (call) => serve(call, fleet, true)],
    [`${service}/StreamClientStatus`, (call) => serve(call, fleet, false)],
  ];
}

function serve(call: GrpcCall, fleet: Fleet, once: boolean): void {
  call.onHalfClose = () => call.end(grpcStatus.ok);
  call.onMessage = (message) => {
    let request: Request;
    try {
      request = decode("envoy.service.status.v3.ClientStatusRequest", message);
    } catch {
      call.end(grpcStatus.invalidArgument, "the request is not a ClientStatusRequest");
      return;
    }
    const unsupported = unsupportedMatcher(request);
    if (unsupported !== undefined) {
      call.end(grpcStatus.invalidArgument, unsupported);
      return;
    }
    call.write(
      encode("envoy.service.status.v3.ClientStatusResponse", { config: configs(fleet, call, request) }),
    );
    if (once) call.end(grpcStatus.ok);
  };
}

/** Node ids can be matched, exactly or by a part; what we cannot honour is refused rather than passed over. */
function unsupportedMatcher({ nodeMatchers = [] }: Request): string | undefined {
  for (const { nodeId, nodeMetadatas = [] } of nodeMatchers) {
    if (nodeMetadatas.length > 0) return "node_metadatas are not supported";
    if (nodeId?.safeRegex !== undefined || nodeId?.custom !== undefined)
      return "node_id can be matched by exact, prefix, suffix and contains";
  }
  return undefined;
}

function configs(fleet: Fleet, call: GrpcCall, request: Request): ClientConfig[] {
  const byNode = Map.groupBy(connected(fleet, call), (session) => session.node?.id ?? "");
  return [...byNode]
    .filter(([id]) => matches(id, request.nodeMatchers ?? []))
    .map(([id, sessions]) => ({
      node: { id, cluster: sessions[0]?.node?.cluster ?? "" },
      genericXdsConfigs: sessions.flatMap((session) =>
        configsOf(session, request.excludeResourceContents === true),
      ),
    }));
}

function connected({ sessions, options }: Fleet, call: GrpcCall): readonly Session[] {
  return [...sessions].filter(({ node }) => node !== undefined && options.refusal(call, node) === undefined);
}

function matches(id: string, matchers: NonNullable<Request["nodeMatchers"]>): boolean {
  if (matchers.length === 0) return true;
  return matchers.some(({ nodeId }) => {
    if (nodeId === undefined) return true;
    const fold = (text: string) => (nodeId.ignoreCase === true ? text.toLowerCase() : text);
    const text = fold(id);
    if (nodeId.exact !== undefined) return text === fold(nodeId.exact);
    if (nodeId.prefix !== undefined) return text.startsWith(fold(nodeId.prefix));
    if (nodeId.suffix !== undefined) return text.endsWith(fold(nodeId.suffix));
    return text.includes(fold(nodeId.contains ?? ""));
  });
}

function configsOf({ stream }: Session, withoutContents: boolean): GenericXdsConfig[] {
  if (stream === undefined) return [];
  return [...stream.conversations()].flatMap((conversation) =>
    [...conversation.resources(stream.store.type(conversation.typeUrl))].map((one) =>
      genericConfig(conversation, one, withoutContents),
    ),
  );
}

function genericConfig(
  conversation: Conversation,
  known: ClientResource,
  withoutContents: boolean,
): GenericXdsConfig {
  const { key, resource, state } = known;
  const { nack } = conversation.status();
  return {
    typeUrl: conversation.typeUrl,
    name: resource?.name ?? key,
    ...(resource === undefined ? {} : { versionInfo: resource.version }),
    ...(resource === undefined || withoutContents
      ? {}
      : { xdsConfig: decode("google.protobuf.Any", resource.any) }),
    configStatus: state,
    clientStatus: clientStatus(known),
    ...(state === "ERROR" && nack !== undefined
      ? { errorState: { details: nack.message, versionInfo: nack.version } }
      : {}),
  } as GenericXdsConfig;
}

function clientStatus({ resource, state }: ClientResource): string {
  if (state === "ERROR") return "NACKED";
  if (resource === undefined) return "DOES_NOT_EXIST";
  return state === "SYNCED" ? "ACKED" : "REQUESTED";
}
