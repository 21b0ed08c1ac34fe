import type { TLSSocket } from "node:tls";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { rawBackend, type TargetParts, targetAt, until, watcher } from "./backend.ts";
import { type Certificates, makeCertificates } from "./certificates.ts";

let made: Certificates;
beforeAll(() => {
  made = makeCertificates();
});

const opened: AsyncDisposable[] = [];
const owned = <T extends AsyncDisposable>(resource: T): T => {
  opened.push(resource);
  return resource;
};
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

const ok = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";

async function probeOnce(
  certificate: keyof Omit<Certificates, "ca">,
  { host, trusted }: { readonly host: string; readonly trusted: boolean },
) {
  const names: unknown[] = [];
  const backend = owned(
    await rawBackend(
      (socket) => {
        names.push((socket as TLSSocket).servername);
        socket.on("data", () => socket.write(ok));
      },
      { ...made[certificate], ALPNProtocols: ["h2", "http/1.1"] },
    ),
  );
  const seen = owned(watcher({ addressesOf: () => ["127.0.0.1"] }));
  seen.prober.watch([targetAt(backend.port, { scheme: "https", host, trustedCa: trusted ? made.ca : "" })]);
  return { fact: await seen.fact(1), names };
}

test.each([
  { story: "by name: the name is sent as SNI", host: "backend.test", sent: "backend.test" },
  { story: "by address: no SNI, the address is checked", host: "127.0.0.1", sent: false },
])("a backend whose authority is trusted answers, $story", async ({ host, sent }) => {
  const { fact, names } = await probeOnce("good", { host, trusted: true });
  expect(fact).toMatchObject({ kind: "probe-answered", status: 200 });
  expect(names).toEqual([sent]);
});

describe("a certificate that is not good is a failure, in words", () => {
  test.each<{ certificate: keyof Omit<Certificates, "ca">; trusted: boolean; reason: string }>([
    { certificate: "expired", trusted: true, reason: "the certificate has expired" },
    { certificate: "otherName", trusted: true, reason: "the certificate is for another name" },
    { certificate: "selfSigned", trusted: true, reason: "the certificate is self-signed" },
    {
      certificate: "good",
      trusted: false,
      reason: "the certificate is from an authority that is not trusted",
    },
  ])("$certificate, its authority trusted: $trusted", async ({ certificate, trusted, reason }) => {
    const { fact } = await probeOnce(certificate, { host: "backend.test", trusted });
    expect(fact).toMatchObject({ kind: "probe-failed", reason });
  });
});

describe("what is said of TLS is what the check does", () => {
  test.each<{ story: string; tls: () => TargetParts["tls"]; host?: string; reason?: string }>([
    { story: "the backend's own authority", tls: () => ({ ca: { owner: "a", pem: made.ca } }) },
    {
      story: "its own authority alone, although another would be trusted",
      tls: () => ({ ca: { owner: "a", pem: made.selfSigned.cert } }),
      reason: "the certificate is from an authority that is not trusted",
    },
    {
      story: "another name than the URL's",
      host: "elsewhere.test",
      tls: () => ({ ca: { owner: "a", pem: made.ca }, serverName: "backend.test" }),
    },
    {
      story: "another name, which the certificate does not have",
      tls: () => ({ ca: { owner: "a", pem: made.ca }, serverName: "elsewhere.test" }),
      reason: "the certificate is for another name",
    },
    { story: "any certificate", host: "elsewhere.test", tls: () => ({ unchecked: true }) },
  ])("$story", async ({ tls, host = "backend.test", reason }) => {
    const backend = owned(await rawBackend((socket) => socket.on("data", () => socket.write(ok)), made.good));
    const seen = owned(watcher({ addressesOf: () => ["127.0.0.1"] }));
    const trusted = { trustedCa: made.ca };
    seen.prober.watch([targetAt(backend.port, { scheme: "https", host, ...trusted, tls: tls() ?? {} })]);
    expect(await seen.fact(1)).toMatchObject(
      reason === undefined ? { kind: "probe-answered" } : { kind: "probe-failed", reason },
    );
  });
});

describe("a port that", () => {
  test("speaks no TLS", async () => {
    const backend = owned(await rawBackend((socket) => socket.write("HTTP/1.1 400 Bad Request\r\n\r\n")));
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port, { scheme: "https" })]);
    expect(await seen.fact(1)).toMatchObject({
      kind: "probe-failed",
      reason: "the port does not speak TLS as we do",
    });
  });

  test("never finishes the handshake: no connection, and the socket is given up", async () => {
    const backend = owned(await rawBackend(() => {}));
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port, { scheme: "https", timeoutMs: 200 })]);
    expect(await seen.fact(1)).toMatchObject({
      kind: "probe-failed",
      reason: /^no (connection within 0\.2s|answer to the attempt to connect)$/,
    });
    await until(() => backend.open.size === 0);
  });

  test("speaks only TLS, when asked in plain", async () => {
    const backend = owned(await rawBackend(() => {}, made.good));
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port)]);
    expect(await seen.fact(1)).toMatchObject({ kind: "probe-failed" });
  });
});
