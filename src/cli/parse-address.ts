import { InvalidArgumentError } from "commander";
import type { ListenAddress } from "../base/listen-address.ts";

/** `host:port`, `[::1]:port`, or `:port` for loopback, of an option or a variable. */
export function parseAddress(text: string): ListenAddress {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:\s/[\]]*)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (match === null || port > 65_535) {
    throw new InvalidArgumentError(`"${text}" is not an address such as 127.0.0.1:18000`);
  }
  return { host: match[1] ?? (match[2] || "127.0.0.1"), port };
}

/** A port, 0 for any free one. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError(`"${text}" is not a port`);
  return port;
}

/** A whole number of milliseconds. */
export function parseMilliseconds(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(`"${text}" is not a number of milliseconds`);
  return Number(text);
}

/** Where to reach something that listens on `listen` from this machine: 0.0.0.0 is no place to go to. */
export function reachable({ host, port }: ListenAddress): ListenAddress {
  if (host === "0.0.0.0") return { host: "127.0.0.1", port };
  return host === "::" ? { host: "::1", port } : { host, port };
}
