import type { Secret } from "../base/secret.ts";
import type { HealthCheck } from "../model/health-check.ts";
import { type EndpointId, type EndpointUrl, originOf } from "../model/pool.ts";

/** One endpoint to check, and all that is needed for it. */
export interface ProbeTarget {
  readonly endpoint: EndpointId;
  readonly url: EndpointUrl;
  readonly check: HealthCheck;
  /** Sent as a bearer token; undefined sends none. */
  readonly credential: Secret | undefined;
  /** PEM of further certificate authorities to trust, beside the public ones; "" for none. */
  readonly trustedCa: string;
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
    sameCredential(a.credential, b.credential) &&
    a.trustedCa === b.trustedCa
  );
}

function sameCredential(a: Secret | undefined, b: Secret | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}
