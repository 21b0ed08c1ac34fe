import type { X509Certificate } from "node:crypto";
import { matches } from "../base/pattern.ts";

/** Who may be which node. `*` stands for any run of characters, `{san}` for the name that matched. */
export interface ClientRule {
  /** A DNS or URI name in the client's certificate, e.g. `spiffe://example.org/edge/*`. */
  readonly san: string;
  /** Node ids that it may use; undefined for any. */
  readonly node: string | undefined;
  /** Clusters that it may belong to; undefined for any. */
  readonly cluster: string | undefined;
}

/** A rule that a certificate fulfils, with the name that did. */
export interface MatchedRule {
  readonly rule: ClientRule;
  readonly san: string;
}

/** The rules that these names fulfil. None: the client is refused before anything is read from it. */
export function rulesFor(rules: readonly ClientRule[], sans: readonly string[]): readonly MatchedRule[] {
  return rules.flatMap((rule) => sans.filter((san) => matches(rule.san, san)).map((san) => ({ rule, san })));
}

/** Why a client that fulfils these rules may not be this node; undefined when it may. */
export function nodeRefusal(
  matched: readonly MatchedRule[],
  node: { readonly id: string; readonly cluster: string },
): string | undefined {
  const allowed = matched.some(
    ({ rule, san }) => fits(rule.node, san, node.id) && fits(rule.cluster, san, node.cluster),
  );
  if (allowed) return undefined;
  const names = [...new Set(matched.map(({ san }) => san))].join(", ");
  return `the certificate of ${names} may not be node ${JSON.stringify(node.id)} of cluster ${JSON.stringify(node.cluster)}`;
}

/** DNS and URI names of a certificate. Others (addresses, mail) identify no Envoy. */
export function subjectAlternativeNames(certificate: X509Certificate | undefined): readonly string[] {
  return [...parts(certificate?.subjectAltName ?? "")].flatMap((part) => {
    const known = /^(?:DNS|URI):(.*)$/s.exec(part);
    return known?.[1] === undefined ? [] : [unquoted(known[1])];
  });
}

/**
 * Node writes names as `DNS:a, URI:b`, and one that could be misread as a JSON string: without minding
 * the quotes, a comma inside a name would make two of it.
 */
function* parts(text: string): Iterable<string> {
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (quoted && text[at] === "\\") at += 1;
    else if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text.startsWith(", ", at)) {
      yield text.slice(from, at);
      from = at + 2;
    }
  }
  if (from < text.length) yield text.slice(from);
}

function unquoted(value: string): string {
  return value.startsWith('"') ? (JSON.parse(value) as string) : value;
}

function fits(pattern: string | undefined, san: string, value: string): boolean {
  return pattern === undefined || matches(pattern.replaceAll("{san}", san), value);
}
