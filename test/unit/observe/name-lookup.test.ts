import { describe, expect, test } from "vitest";
import { type Dns, lookUpName, systemDns } from "../../../src/observe/name-lookup.ts";

const code = (name: string) => Object.assign(new Error(name), { code: name });

/** Name servers and an operating system that say what the test says; a string is an error code. */
function dnsWith(says: {
  readonly a?: Record<string, number> | string;
  readonly aaaa?: Record<string, number> | string;
  readonly system?: readonly string[] | string;
}): Dns & { readonly asked: string[] } {
  const asked: string[] = [];
  const records = async (kind: string, said: Record<string, number> | string) => {
    asked.push(kind);
    if (typeof said === "string") throw code(said);
    return Object.entries(said).map(([address, ttl]) => ({ address, ttl }));
  };
  return {
    asked,
    resolve4: () => records("A", says.a ?? "ENOTFOUND"),
    resolve6: () => records("AAAA", says.aaaa ?? "ENOTFOUND"),
    async lookup() {
      asked.push("system");
      const { system = "ENOTFOUND" } = says;
      if (typeof system === "string") throw code(system);
      return system.map((address) => ({ address }));
    },
  };
}

describe("what a name stands for", () => {
  test.each<{
    story: string;
    says: Parameters<typeof dnsWith>[0];
    addresses: readonly string[];
    ttlSeconds: number;
  }>([
    {
      story: "both families, IPv4 first, in order, the shortest TTL",
      says: { a: { "10.0.0.2": 60, "10.0.0.1": 40 }, aaaa: { "fd00::1": 50 } },
      addresses: ["10.0.0.1", "10.0.0.2", "fd00::1"],
      ttlSeconds: 40,
    },
    {
      story: "a name with one family only",
      says: { a: { "10.0.0.1": 40 }, aaaa: "ENODATA" },
      addresses: ["10.0.0.1"],
      ttlSeconds: 40,
    },
    {
      story: "a name that only the operating system knows",
      says: { system: ["10.0.0.9"] },
      addresses: ["10.0.0.9"],
      ttlSeconds: 30,
    },
    {
      story: "half an answer is none: the system is asked for the whole",
      says: { a: "ETIMEOUT", aaaa: { "fd00::1": 50 }, system: ["fd00::1", "10.0.0.1"] },
      addresses: ["10.0.0.1", "fd00::1"],
      ttlSeconds: 30,
    },
    {
      story: "an address told twice is one",
      says: { system: ["10.0.0.1", "10.0.0.1"] },
      addresses: ["10.0.0.1"],
      ttlSeconds: 30,
    },
  ])("$story", async ({ says, addresses, ttlSeconds }) => {
    expect(await lookUpName(dnsWith(says), "api.test")).toEqual({ addresses, ttlSeconds });
  });

  test("at most 32 addresses", async () => {
    const a = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`10.0.0.${at}`, 60]));
    expect((await lookUpName(dnsWith({ a, aaaa: "ENODATA" }), "api.test")).addresses).toHaveLength(32);
  });

  test.each(["localhost", "a.localhost"])("%s is never asked of name servers", async (host) => {
    const dns = dnsWith({ a: { "10.0.0.1": 60 }, system: ["::1", "127.0.0.1"] });
    expect((await lookUpName(dns, host)).addresses).toEqual(["127.0.0.1", "::1"]);
    expect(dns.asked).toEqual(["system"]);
  });

  test.each([
    { a: "ENOTFOUND", system: "ENOTFOUND", reason: "no such host name" },
    { a: "ETIMEOUT", system: "EAI_AGAIN", reason: "the name servers do not answer" },
    { a: "ESERVFAIL", system: "EAI_FAIL", reason: "the look-up failed (EAI_FAIL)" },
  ])("nobody knows it ($a, $system): $reason", async ({ a, system, reason }) => {
    await expect(lookUpName(dnsWith({ a, system }), "api.test")).rejects.toThrow(reason);
  });

  test("the machine's own localhost", async () => {
    expect((await lookUpName(systemDns(), "localhost")).addresses).toContain("127.0.0.1");
  });
});
