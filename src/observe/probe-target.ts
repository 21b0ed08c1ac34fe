import { type BackendTls, sameTls } from "../model/backend-tls.ts";
import type { HealthCheck } from "../model/health-check.ts";
import { type EndpointId, type EndpointUrl, originOf } from "../model/pool.ts";
import { addSame, type Provider } from "../model/provider.ts";

/** One endpoint to check, and all that is needed for it. */
export interface ProbeTarget {
  readonly endpoint: EndpointId;
  readonly url: EndpointUrl;
  readonly check: HealthCheck;
  /** Whose credential, headers and query are sent, as Envoy sends them; undefined sends none. */
  readonly provider: Provider | undefined;
  /** PEM of further certificate authorities to trust, beside the public ones; "" for none. */
  readonly trustedCa: string;
  readonly tls: BackendTls;
  /** Spoken without asking; false is HTTP/1.1. */
  readonly http2: boolean;
}

/** Whether a probe of the one would look the same, and come at the same time, as one of the other. */
export function sameTarget(a: ProbeTarget, b: ProbeTarget): boolean {
  return (
    a.endpoint === b.endpoint &&
    originOf(a.url) === originOf(b.url) &&
    a.url.path === b.url.path &&
    a.check.path === b.check.path &&
    a.check.intervalMs === b.check.intervalMs &&
    a.check.timeoutMs === b.check.timeoutMs &&
    addSame(a.provider, b.provider) &&
    a.trustedCa === b.trustedCa &&
    a.http2 === b.http2 &&
    sameTls(a.tls, b.tls)
  );
}
