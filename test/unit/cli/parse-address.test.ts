import { expect, test } from "vitest";
import { parseAddress, reachable } from "../../../src/cli/parse-address.ts";

test.each([
  { text: "127.0.0.1:18000", host: "127.0.0.1", port: 18000 },
  { text: "fairlead.internal:1", host: "fairlead.internal", port: 1 },
  { text: "[::1]:0", host: "::1", port: 0 },
  { text: ":65535", host: "127.0.0.1", port: 65535 },
])("$text is $host and $port", ({ text, host, port }) => {
  expect(parseAddress(text)).toEqual({ host, port });
});

test.each(["", "18000", "a:", "a:b", "::1:80", "a:65536", "http://a:80", "a:80/", "a b:80", "[a]b:80"])(
  "%j is no address",
  (text) => {
    expect(() => parseAddress(text)).toThrow(/is not an address such as/);
  },
);

test.each([
  { host: "0.0.0.0", reached: "127.0.0.1" },
  { host: "::", reached: "::1" },
  { host: "10.1.2.3", reached: "10.1.2.3" },
])("what listens on $host is reached at $reached", ({ host, reached }) => {
  expect(reachable({ host, port: 5 })).toEqual({ host: reached, port: 5 });
});
