import { connect as connectTcp, isIP, type LookupFunction, type Socket } from "node:net";
import { connect as connectTls, type SecureContext } from "node:tls";
import type { buildConnector } from "undici";
import type { Clock } from "../base/clock.ts";
import type { BackendTls } from "../model/backend-tls.ts";

export interface ConnectorOptions {
  readonly clock: Clock;
  /** TCP and TLS together, in milliseconds; asked at each connection. */
  readonly timeoutMs: () => number;
  readonly secureContext: SecureContext | undefined;
  readonly tls: BackendTls;
  readonly http2: boolean;
  /** Addresses to try for the host name; undefined asks the operating system. */
  readonly addresses: readonly string[] | undefined;
}

export interface Connector {
  readonly connect: buildConnector.connector;
  /** Gives up what is still on its way; nobody is called back. */
  abandon(): void;
}

/**
 * Opens the connections of one undici pool. Not undici's own connector, because that leaves a
 * connection attempt running when the pool is destroyed, and measures its timeout in half seconds.
 */
export function connectorOf({
  clock,
  timeoutMs,
  secureContext,
  tls,
  http2,
  addresses,
}: ConnectorOptions): Connector {
  const underway = new Set<Socket>();
  const lookup = addresses && lookupIn(addresses);
  let session: Buffer | undefined;

  const open = ({ hostname, protocol, port }: buildConnector.Options): Socket => {
    const place = { host: hostname, port: Number(port) || (protocol === "https:" ? 443 : 80) };
    const options = { ...place, noDelay: true, ...(lookup && { lookup }) };
    // undici takes the version from the socket; unencrypted there is nobody who could have agreed on it.
    if (protocol !== "https:") return Object.assign(connectTcp(options), http2 && { alpnProtocol: "h2" });
    const name = tls.serverName ?? hostname;
    return connectTls({
      ...options,
      ALPNProtocols: [http2 ? "h2" : "http/1.1"],
      servername: isIP(name) === 0 ? name : "",
      rejectUnauthorized: !tls.unchecked,
      ...(secureContext && { secureContext }),
      ...(session && { session }),
    }).on("session", (latest: Buffer) => {
      session = latest;
    });
  };

  return {
    connect(options, callback) {
      const socket = open(options);
      underway.add(socket);
      const cancelTimeout = clock.schedule(timeoutMs(), () => socket.destroy(timedOut()));
      const arrived = () => {
        cancelTimeout();
        return underway.delete(socket);
      };
      socket
        .once(options.protocol === "https:" ? "secureConnect" : "connect", () => {
          if (arrived()) callback(null, socket);
        })
        .on("error", (error: Error) => {
          if (arrived()) callback(error, null);
        })
        .once("close", arrived);
    },
    abandon() {
      for (const socket of underway) socket.destroy();
    },
  };
}

/** Answers with the addresses that the resolver knows, so that a probe and Envoy mean the same machines. */
function lookupIn(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, options, callback) => {
    const first = all[0];
    if (first === undefined) callback(timedOut(), "", 0);
    else if (options.all === true) callback(null, all);
    else callback(null, first.address, first.family);
  };
}

function timedOut(): NodeJS.ErrnoException {
  return Object.assign(new Error("connect timeout"), { code: "ETIMEDOUT" });
}
