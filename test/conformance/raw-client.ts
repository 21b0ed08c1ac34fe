import { type ClientHttp2Session, type ClientHttp2Stream, connect } from "node:http2";
import { afterEach } from "vitest";
import { formatAddress, type ListenAddress } from "../../src/base/listen-address.ts";
import { frame } from "../../src/grpc/frames.ts";
import { encode } from "../../src/proto/codec.ts";

/* A client at the level of HTTP/2, for what a gRPC library would never do. */

export const deltaAds = "/envoy.service.discovery.v3.AggregatedDiscoveryService/DeltaAggregatedResources";

const sessions: ClientHttp2Session[] = [];

/** Ends every connection after each test of the file. */
export function endConnections(): void {
  afterEach(() => {
    for (const session of sessions.splice(0)) session.destroy();
  });
}

export function openSession(address: ListenAddress, settings = {}): ClientHttp2Session {
  const made = connect(`http://${formatAddress(address)}`, { settings, maxSessionMemory: 64 });
  made.on("error", () => {});
  sessions.push(made);
  return made;
}

/** A call that has sent its headers and nothing yet. */
export function openCall(session: ClientHttp2Session, path = deltaAds): ClientHttp2Stream {
  const headers = { ":method": "POST", ":path": path, "content-type": "application/grpc", te: "trailers" };
  const call = session.request(headers, { endStream: false });
  call.on("error", () => {});
  return call;
}

/** What the call ended with, wherever it stands; what came before is read and dropped. */
export function trailersOf(call: ClientHttp2Stream): Promise<Record<string, unknown>> {
  call.resume();
  return new Promise((resolve) => {
    call.on("trailers", resolve);
    call.on("response", (headers) => {
      if (headers["grpc-status"] !== undefined) resolve(headers);
    });
  });
}

/** A framed request of delta. */
export function deltaRequest(request: { typeUrl?: string; node?: { id: string } }): Buffer {
  return frame(encode("envoy.service.discovery.v3.DeltaDiscoveryRequest", request));
}
