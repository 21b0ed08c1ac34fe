import { isLoopback } from "../base/listen-address.ts";

/**
 * Whether a `Host` header names this server. A page of some other site can make a browser send
 * requests here by letting its own name resolve to 127.0.0.1 (DNS rebinding); the browser then
 * still says the page's name in `Host`.
 */
export function isOwnHost(header: string | undefined, configuredHost: string): boolean {
  const name = hostName(header ?? "");
  return name !== undefined && (isLoopback(name) || name === configuredHost.toLowerCase());
}

/** Whether a browser's `Origin` is the site that `Host` names. Programs send no `Origin`: that is fine. */
export function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  if (host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  const ours = URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`).host : "";
  return originHost !== "" && originHost === ours;
}

/** `[::1]:8090` → `::1`, `LocalHost` → `localhost`; undefined for what is no host. */
function hostName(header: string): string | undefined {
  const parts = /^(?:\[([0-9a-f:.]+)\]|([^:[\]\s/@]+))(?::\d+)?$/i.exec(header);
  return (parts?.[1] ?? parts?.[2])?.toLowerCase();
}
