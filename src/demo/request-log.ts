import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** One request as the backend got it. Credentials are there as fingerprints only. */
export interface SeenRequest {
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  /** undefined when the request carried no `authorization`. */
  readonly authorization: Fingerprint | undefined;
  readonly bodyBytes: number;
  readonly model: string | undefined;
}

interface Fingerprint {
  /** `Bearer`, or "" when the header is one word. */
  readonly scheme: string;
  /** SHA-256 of what follows the scheme, in hex. */
  readonly sha256: string;
}

/** How many requests of each kind are kept; checks never push API requests out. */
const kept = 200;

/** What arrived, for people and tests to look at. */
export class RequestLog {
  readonly #seen = { health: [] as SeenRequest[], api: [] as SeenRequest[] };
  readonly #counts = { health: 0, api: 0 };
  #aborted = 0;

  add(kind: "health" | "api", request: SeenRequest): void {
    this.#counts[kind] += 1;
    const seen = this.#seen[kind];
    seen.push(request);
    if (seen.length > kept) seen.shift();
  }

  /** The client left before the answer was complete. */
  abort(): void {
    this.#aborted += 1;
  }

  clear(): void {
    for (const kind of ["health", "api"] as const) {
      this.#seen[kind].length = 0;
      this.#counts[kind] = 0;
    }
    this.#aborted = 0;
  }

  report(): object {
    return { counts: this.#counts, aborted: this.#aborted, health: this.#seen.health, api: this.#seen.api };
  }
}

/** Every header, with the values of those that carry credentials replaced by their fingerprints. */
export function visibleHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const text = Array.isArray(value) ? value.join(", ") : (value ?? "");
      return [name, secretHeaders.has(name) ? `sha256:${sha256(text)}` : text];
    }),
  );
}

export function fingerprint(authorization: string | undefined): Fingerprint | undefined {
  if (authorization === undefined) return undefined;
  const [scheme = "", ...rest] = authorization.split(" ");
  return rest.length === 0
    ? { scheme: "", sha256: sha256(scheme) }
    : { scheme, sha256: sha256(rest.join(" ")) };
}

const secretHeaders: ReadonlySet<string> = new Set([
  "authorization",
  "proxy-authorization",
  "x-api-key",
  "api-key",
  "x-goog-api-key",
  "cookie",
]);

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
