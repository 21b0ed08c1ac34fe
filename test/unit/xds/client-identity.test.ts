import type { X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { nodeRefusal, rulesFor, subjectAlternativeNames } from "../../../src/xds/client-identity.ts";

const namesOf = (subjectAltName: string) =>
  subjectAlternativeNames({ subjectAltName } as unknown as X509Certificate);

test.each([
  {
    story: "names of several kinds",
    text: "DNS:a.test, URI:spiffe://x/y, IP Address:10.0.0.1",
    names: ["a.test", "spiffe://x/y"],
  },
  {
    story: "a comma in a name",
    text: 'URI:"spiffe://x/a, DNS:core.internal"',
    names: ["spiffe://x/a, DNS:core.internal"],
  },
  { story: "a quote in a name", text: 'DNS:"a\\", DNS:b", DNS:c', names: ['a", DNS:b', "c"] },
  { story: "none", text: "", names: [] },
])("subject alternative names: $story", ({ text, names }) => {
  expect(namesOf(text)).toEqual(names);
});

test.each([
  { pattern: "spiffe://x/edge/*", san: "spiffe://x/edge/1", fits: true },
  { pattern: "spiffe://x/edge/*", san: "spiffe://x/core/1", fits: false },
  { pattern: "a*b*c", san: "a1b2c", fits: true },
  { pattern: "a*b*c", san: "acb", fits: false },
  { pattern: "ab*ba", san: "aba", fits: false },
  { pattern: "exact.test", san: "exact.test.evil", fits: false },
  { pattern: "*", san: "", fits: true },
])("$pattern fits $san: $fits", ({ pattern, san, fits }) => {
  expect(rulesFor([{ san: pattern, node: undefined, cluster: undefined }], [san])).toHaveLength(fits ? 1 : 0);
});

test.each([
  { story: "its own name", id: "edge-1", cluster: "edge", refused: false },
  { story: "another node", id: "core-1", cluster: "edge", refused: true },
  { story: "another cluster", id: "edge-1", cluster: "core", refused: true },
])("who may be which node: $story", ({ id, cluster, refused }) => {
  const matched = rulesFor([{ san: "edge-*", node: "{san}", cluster: "edge" }], ["edge-1"]);
  const reason = nodeRefusal(matched, { id, cluster });
  expect(reason !== undefined).toBe(refused);
  if (refused) expect(reason).toContain("edge-1");
});
