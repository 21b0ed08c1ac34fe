import type { Secret } from "../base/secret.ts";
import type { BackendTls } from "./backend-tls.ts";
import type { Endpoint, Source } from "./pool.ts";

/** Somebody who serves models. What it wants with every request is its own, endpoints refer to it by name. */
export interface Provider {
  readonly name: string;
  readonly credential: Credential | undefined;
  /** Sent as they are; by name in lower case, in the order of the names. */
  readonly headers: ReadonlyMap<string, string>;
  /** Parameters of the query, not encoded; in the order of the file. */
  readonly query: ReadonlyMap<string, string>;
  /** What it says of TLS; its endpoints have it already. */
  readonly tls: Partial<BackendTls> | undefined;
  /** Whose words its answers use for tokens; undefined for OpenAI's. */
  readonly usage?: UsageDialect | undefined;
  /** Whether its streams are asked for their usage; undefined asks who speaks OpenAI's words. */
  readonly streamUsage?: boolean | undefined;
  /** Place of the credential. */
  readonly source: Source;
}

type UsageDialect = "openai" | "anthropic" | "gemini";

export interface Credential {
  readonly secret: Secret;
  readonly sentAs: CredentialPlace;
}

/** Where in a request a provider looks for its key. */
export type CredentialPlace =
  /** `name` in lower case; `prefix` stands before the key, as in `Bearer `. */
  | { readonly kind: "header"; readonly name: string; readonly prefix: string }
  | { readonly kind: "query"; readonly name: string };

/** Where most providers look. */
export const bearer: CredentialPlace = { kind: "header", name: "authorization", prefix: "Bearer " };

/** The provider that adds something to requests for an endpoint; undefined when nothing is added. */
export function addingProvider(
  providers: ReadonlyMap<string, Provider>,
  { provider: name }: Pick<Endpoint, "provider">,
): Provider | undefined {
  const provider = name === undefined ? undefined : providers.get(name);
  if (provider === undefined) return undefined;
  const { credential, headers, query } = provider;
  return credential !== undefined || headers.size > 0 || query.size > 0 ? provider : undefined;
}

/** Whether two add the same to a request. */
export function addSame(a: Provider | undefined, b: Provider | undefined): boolean {
  return a === b || (shown(a) === shown(b) && sameSecret(a?.credential?.secret, b?.credential?.secret));
}

/** All but the secret, which has no words of its own. */
function shown(provider: Provider | undefined): string {
  return JSON.stringify([provider?.credential, [...(provider?.headers ?? [])], [...(provider?.query ?? [])]]);
}

function sameSecret(a: Secret | undefined, b: Secret | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}

/** `a=b&c=d`, as it stands in a URL. */
export function encodedQuery(parameters: Iterable<readonly [string, string]>): string {
  return [...parameters]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
}
