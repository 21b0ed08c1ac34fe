import type { ListenAddress } from "../base/listen-address.ts";

/** `host:port`, `[::1]:port`, `:port`, or a port alone, which listens on loopback; undefined when it is none of these. */
export function parseListenAddress(value: string | number): ListenAddress | undefined {
  if (typeof value === "number") return { host: "127.0.0.1", port: value };
  const [, bracketed, plain, digits = ""] =
    /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:[\]]*)):?(\d{1,5})$/.exec(value) ?? [];
  const port = Number(digits);
  if (digits === "" || port > 65_535) return undefined;
  if (bracketed !== undefined) return { host: bracketed, port };
  if (!value.includes(":")) return /^\d+$/.test(value) ? { host: "127.0.0.1", port } : undefined;
  return { host: plain === undefined || plain === "" ? "127.0.0.1" : plain, port };
}
