import { expect, test } from "vitest";
import { envoyCommand } from "../../../src/launch/envoy-command.ts";
import { tooOld, versionIn } from "../../../src/launch/envoy-version.ts";

const bootstrap = { file: "/run/envoy.yaml", text: "node: {}" };

test("a binary reads the file, and many of them run side by side", () => {
  const found = { kind: "binary", from: "PATH", path: "/bin/envoy", version: "1.40.0" } as const;
  const { command, args } = envoyCommand(found, { bootstrap, extra: ["--concurrency", "2"] });
  expect([command, ...args].join(" ")).toBe(
    "/bin/envoy -c /run/envoy.yaml --disable-hot-restart --log-level warning --concurrency 2",
  );
});

test("a container gets the text, the host's network, and a name", () => {
  const found = { kind: "docker", image: "envoyproxy/envoy:v1.40.0", version: "1.40.0" } as const;
  const { command, args } = envoyCommand(found, { bootstrap, logLevel: "info" });
  expect([command, ...args].join(" ")).toMatch(
    /^docker run --rm --network host --name fairlead-envoy-\d+ envoyproxy\/envoy:v1\.40\.0 --config-yaml node: \{\} --disable-hot-restart --log-level info$/,
  );
});

test.each([
  { output: "\nenvoy  version: 9e55/1.40.0/Clean/RELEASE/BoringSSL\n", version: "1.40.0", usable: true },
  { output: "envoy  version: 9e55/1.41.0-dev/Modified/DEBUG/BoringSSL", version: "1.41.0", usable: true },
  { output: "envoy  version: 9e55/2.0.0/Clean/RELEASE/BoringSSL-FIPS", version: "2.0.0", usable: true },
  { output: "envoy  version: 9e55/1.9.1/Clean/RELEASE/BoringSSL", version: "1.9.1", usable: false },
  { output: "envoy  version: 9e55/1.39.9/Clean/RELEASE/BoringSSL", version: "1.39.9", usable: false },
])("Envoy $version may be used: $usable", ({ output, version, usable }) => {
  expect(versionIn(output)).toBe(version);
  expect(tooOld(version) === undefined).toBe(usable);
});

test("what is not Envoy has no version", () => {
  expect(versionIn("node v24.21.0")).toBe(undefined);
});
