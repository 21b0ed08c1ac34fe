import { createPublicKey, verify } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { KeyStore, KeyStoreError } from "../../../src/keys/key-store.ts";
import { makeSigningKeys } from "../../../src/keys/signing-keys.ts";
import type { ClientKey, PublishedKeys } from "../../../src/model/client-keys.ts";

const nowMs = Date.UTC(2026, 10, 24);
const dayMs = 86_400_000;
const asked = { name: "ci", team: "search", models: ["gpt"], expiresMs: nowMs + dayMs };

let folder: string;
let store: KeyStore;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "fairlead-keys-")), "keys");
  store = new KeyStore({ folder, given: undefined });
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

describe("a key", () => {
  test("is a token that says what is kept of it, signed with a published key", () => {
    const { key, token } = store.create(asked, nowMs);
    expect(token.startsWith("sk-fairlead-")).toBe(true);
    const [head = "", body = "", signature = ""] = token.slice("sk-fairlead-".length).split(".");
    expect(decoded(body)).toEqual({
      iss: "fairlead",
      jti: key.id,
      name: "ci",
      team: "search",
      models: ["gpt"],
      iat: nowMs / 1_000,
      exp: (nowMs + dayMs) / 1_000,
    });
    const { kid, alg } = decoded(head) as { kid: string; alg: string };
    expect(alg).toBe("ES256");
    const jwk = published().verification.find((one) => one.kid === kid);
    const publicKey = createPublicKey({ key: { ...jwk }, format: "jwk" });
    const said = Buffer.from(`${head}.${body}`);
    const good = verify(
      "sha256",
      said,
      { key: publicKey, dsaEncoding: "ieee-p1363" },
      Buffer.from(signature, "base64url"),
    );
    expect(good).toBe(true);
  });

  test("is in no file, and the files are for this user alone", () => {
    const { token } = store.create(asked, nowMs);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
      for (const part of token.slice("sk-fairlead-".length).split("."))
        expect(readFileSync(join(folder, name), "utf8")).not.toContain(part);
    }
  });

  test("is listed in the order it was made, by another process too", async () => {
    const made = ["a", "b", "c"].map((name) => store.create({ ...asked, name, team: undefined }, nowMs).key);
    expect(await listed(new KeyStore({ folder, given: undefined }))).toEqual(made);
    expect(await store.find(made[1]?.id ?? "")).toEqual(made[1]);
    expect(await store.find("key_none")).toBeUndefined();
  });

  test("publishes nothing: what Envoys are told is the same before and after", () => {
    const before = published();
    for (let count = 0; count < 100; count += 1) store.create(asked, nowMs);
    expect(published()).toEqual(before);
  });
});

describe("revoking", () => {
  test("is for good, and told until the key has ended by itself", async () => {
    const { key } = store.create(asked, nowMs);
    expect(await store.revoke(key.id, nowMs + 1)).toEqual({ ...key, revokedMs: nowMs + 1 });
    expect(await store.revoke(key.id, nowMs + 2)).toEqual({ ...key, revokedMs: nowMs + 1 });
    expect(await listed(store)).toEqual([{ ...key, revokedMs: nowMs + 1 }]);
    expect(published(nowMs + dayMs - 1).revoked).toEqual([key.id]);
    expect(published(nowMs + dayMs).revoked).toEqual([]);
  });

  test("of an unknown id says so, and keeps nothing", async () => {
    expect(await store.revoke("key_none", nowMs)).toBeUndefined();
    expect(published().revoked).toEqual([]);
  });
});

describe("rotating", () => {
  test("the key that signs next was published before", async () => {
    store.create(asked, nowMs);
    for (let round = 0; round < 3; round += 1) {
      const known = published().verification.map(({ kid }) => kid);
      await store.rotate(nowMs);
      expect(known).toContain(kidOf(store.create(asked, nowMs).token));
    }
  });

  test("a key that signed stays while one of its tokens is good, and leaves at a later rotation", async () => {
    const first = kidOf(store.create(asked, nowMs).token);
    const accepted = () => published().verification.map(({ kid }) => kid);
    await store.rotate(nowMs);
    await store.rotate(nowMs + dayMs - 1);
    expect(accepted()).toContain(first);
    await store.rotate(nowMs + dayMs);
    expect(accepted()).not.toContain(first);
  });

  test("a given key is not ours to rotate", async () => {
    const { signing, next } = makeSigningKeys();
    const given = new KeyStore({ folder, given: { signing, accepted: [next] } });
    expect(kidOf(given.create(asked, nowMs).token)).toBe(signing.kid);
    expect(
      given
        .published(nowMs, told)
        .verification.map(({ kid }) => kid)
        .sort(),
    ).toEqual([signing.kid, next.kid].sort());
    await expect(given.rotate(nowMs)).rejects.toThrow("clientKeys.signingKey");
    expect(readdirSync(folder)).toEqual(["issued.jsonl"]);
  });
});

describe("crashes and mistakes", () => {
  test("a line that was cut short is told, and spoils none but itself", async () => {
    const first = store.create(asked, nowMs).key;
    const second = store.create(asked, nowMs).key;
    await store.revoke(first.id, nowMs);
    await store.revoke(second.id, nowMs);
    const file = join(folder, "revoked.jsonl");
    truncateSync(file, statSync(file).size - 10);
    const places: string[] = [];
    expect(store.published(nowMs, (place) => places.push(place)).revoked).toEqual([first.id]);
    expect(places).toEqual([`${file}:2`]);
    await store.revoke(second.id, nowMs);
    expect(store.published(nowMs, () => {}).revoked).toEqual([first.id, second.id].sort());
  });

  test("an entry that was cut short does not swallow the next key", async () => {
    const first = store.create(asked, nowMs).key;
    appendFileSync(join(folder, "issued.jsonl"), '{"id":"key_x","na');
    const second = store.create(asked, nowMs).key;
    expect(await listed(store)).toEqual([first, second]);
  });

  test("of many that make the signing key at once all have the same", () => {
    const stores = Array.from({ length: 5 }, () => new KeyStore({ folder, given: undefined }));
    const kids = stores.map((one) => JSON.stringify(one.published(nowMs, told).verification));
    expect(new Set(kids).size).toBe(1);
    expect(readdirSync(folder)).toEqual(["signing-keys.json"]);
  });

  test.each([
    { story: "nothing", text: "" },
    { story: "no JSON", text: "{" },
    { story: "another shape", text: '{"signing":{}}' },
  ])("a file of signing keys with $story in it is not replaced", ({ text }) => {
    store.create(asked, nowMs);
    writeFileSync(join(folder, "signing-keys.json"), text);
    expect(() => store.create(asked, nowMs)).toThrow(KeyStoreError);
    expect(() => published()).toThrow(/signing-keys\.json does not hold signing keys/);
    expect(readFileSync(join(folder, "signing-keys.json"), "utf8")).toBe(text);
  });

  test("a folder that is a file is told by its name", () => {
    writeFileSync(folder, "");
    expect(() => published()).toThrow(/keys\/signing-keys\.json cannot be used/);
  });

  test.skipIf(process.getuid?.() === 0)("a folder that may not be read is told", () => {
    store.create(asked, nowMs);
    chmodSync(folder, 0);
    expect(() => published()).toThrow(/may not be read or written by this user/);
    chmodSync(folder, 0o700);
  });
});

function published(atMs = nowMs): PublishedKeys {
  return store.published(atMs, told);
}

function told(place: string): void {
  throw new Error(`unreadable: ${place}`);
}

async function listed(from: KeyStore): Promise<readonly ClientKey[]> {
  const keys: ClientKey[] = [];
  for await (const key of from.list()) keys.push(key);
  return keys;
}

function kidOf(token: string): string {
  return (decoded(token.slice("sk-fairlead-".length).split(".")[0] ?? "") as { kid: string }).kid;
}

function decoded(part: string): object {
  return JSON.parse(Buffer.from(part, "base64url").toString()) as object;
}
