import type { ListenAddress } from "../base/listen-address.ts";

/** `host:port`, `[::1]:port`, `:port`, or a port alone, which listens on loopback; undefined when it is none of these. */
export function parseListenAddress(value: string | number): ListenAddress | undefined {
  if (typeof value === "number") return { host: loopback, port: value };
  const [, bracketed, plain, digits = ""] =
    /^(?:(?:\[([0-9a-fA-F:.]+)\]|([^\s:[\]]*)):)?(\d{1,5})$/.exec(value) ?? [];
  const port = Number(digits);
  if (digits === "" || port > 65_535) return undefined;
  return { host: bracketed ?? (plain || loopback), port };
}

const loopback = "127.0.0.1";
