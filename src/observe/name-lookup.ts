import { lookup, Resolver } from "node:dns/promises";
import { isIP } from "node:net";

/** What a host name stands for at the moment, and for how many seconds that may be believed. */
export interface NameAnswer {
  readonly addresses: readonly string[];
  readonly ttlSeconds: number;
}

/** The ways to ask. A test hands in its own. */
export interface Dns {
  resolve4(host: string, options: { readonly ttl: true }): Promise<readonly DnsRecord[]>;
  resolve6(host: string, options: { readonly ttl: true }): Promise<readonly DnsRecord[]>;
  /** As the operating system does it: /etc/hosts, search domains, mDNS. Knows no TTL. */
  lookup(host: string): Promise<readonly { readonly address: string }[]>;
}

interface DnsRecord {
  readonly address: string;
  readonly ttl: number;
}

/** What the operating system says is believed this long. */
const systemTtlSeconds = 30;

/** More backends behind one name than anybody has; an endpoint is one name, not a fleet. */
const maxAddresses = 32;

/**
 * Asks DNS for A and AAAA, and the operating system when DNS does not know the name or one of the two
 * questions fails: half an answer would take the other half of the addresses away for a while.
 * Rejects, with a reason for a person as the message, when neither knows it.
 */
export async function lookUpName(dns: Dns, host: string): Promise<NameAnswer> {
  // RFC 6761: `localhost` never leaves the machine.
  const local = host === "localhost" || host.endsWith(".localhost");
  const records = local ? undefined : await bothFamilies(dns, host);
  if (records !== undefined && records.length > 0) {
    return {
      addresses: sorted(records),
      ttlSeconds: Math.min(...records.map(({ ttl }) => ttl)),
    };
  }
  try {
    return { addresses: sorted(await dns.lookup(host)), ttlSeconds: systemTtlSeconds };
  } catch (error) {
    throw new Error(wordsFor(error));
  }
}

/** c-ares asks the name servers without one of Node's few threads, and tells the TTL. */
export function systemDns(): Dns {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  return {
    resolve4: (host, options) => resolver.resolve4(host, options),
    resolve6: (host, options) => resolver.resolve6(host, options),
    lookup: (host) => lookup(host, { all: true }),
  };
}

/** Undefined when one of the two could not be asked; empty when the name has neither. */
async function bothFamilies(dns: Dns, host: string): Promise<readonly DnsRecord[] | undefined> {
  const answers = await Promise.all([
    dns.resolve4(host, { ttl: true }).catch(noRecords),
    dns.resolve6(host, { ttl: true }).catch(noRecords),
  ]);
  return answers.every((answer) => answer !== undefined) ? answers.flat() : undefined;
}

function noRecords(error: unknown): readonly DnsRecord[] | undefined {
  return ["ENODATA", "ENOTFOUND"].includes(codeOf(error)) ? [] : undefined;
}

/** IPv4 first, each family in order, so that the same set is the same answer. */
function sorted(records: readonly { readonly address: string }[]): readonly string[] {
  const addresses = [...new Set(records.map(({ address }) => address))].sort();
  return [4, 6]
    .flatMap((family) => addresses.filter((address) => isIP(address) === family))
    .slice(0, maxAddresses);
}

function wordsFor(error: unknown): string {
  switch (codeOf(error)) {
    case "ENOTFOUND":
    case "ENODATA":
      return "no such host name";
    case "EAI_AGAIN":
    case "ETIMEOUT":
    case "ECONNREFUSED":
      return "the name servers do not answer";
    default:
      return `the look-up failed (${codeOf(error)})`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
}
