import { expect, test } from "vitest";
import { desired, problems } from "./parse.ts";

const pools = '\npools: { a: { endpoints: [{ url: "http://10.0.0.1/v1" }] } }\n';

test.each([
  {
    story: "an address that others can reach, unencrypted",
    text: 'xds: { listen: "0.0.0.0:18000" }',
    says: /1:16 xds\.listen: 0\.0\.0\.0 can be reached from other machines/,
  },
  {
    story: "a file that is not there",
    text: "xds: { tls: { certificate: gone.pem, key: key.txt } }",
    says: /xds\.tls\.certificate: the file gone\.pem does not exist/,
  },
  {
    story: "a file that is no certificate",
    text: "xds: { tls: { certificate: notes.txt, key: key.txt } }",
    says: /xds\.tls\.certificate: the file notes\.txt is not usable/,
  },
  {
    story: "clients without an authority to tell them by",
    text: 'xds: { clients: [{ san: "edge-*" }] }',
    says: /xds\.clients: clients are told by their certificates, and none are asked for/,
  },
  {
    story: "a misspelt rule",
    text: 'xds: { clients: [{ sna: "edge-*" }] }',
    says: /xds\.clients\[0\]\.sna: unknown key "sna"/,
  },
])("$story", ({ text, says }) => {
  const found = problems(text + pools);
  expect(
    found.some((problem) => says.test(problem)),
    found.join("\n"),
  ).toBe(true);
  expect(found.join()).not.toContain("canary");
});

test("what is said of the xDS server", () => {
  const { xds } = desired(
    `xds: { listen: "0.0.0.0:18000", allowPlaintext: true, newStreamsPerSecond: 50, maxConnectionAge: 30m }${pools}`,
  );
  expect(xds).toMatchObject({ allowPlaintext: true, newStreamsPerSecond: 50, maxConnectionAgeMs: 1_800_000 });
});
