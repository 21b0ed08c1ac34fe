import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { isFairlead, takenAddresses, takenMessage } from "../../../src/cli/taken-addresses.ts";

const servers: Server[] = [];

async function listen(answers: Readonly<Record<string, object>> = {}): Promise<number> {
  const server = createServer((request, response) => {
    const body = answers[request.url ?? ""];
    response.writeHead(body === undefined ? 404 : 200).end(JSON.stringify(body ?? {}));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

const at = (port: number, host = "127.0.0.1") => ({ use: "xDS", address: { host, port } });

test("what somebody listens on is taken, what nobody listens on is not, and 0 never is", async () => {
  const port = await listen();
  const [gone] = servers;
  const freed = await listen();
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(gone?.listening).toBe(true);
  expect(await takenAddresses([at(port), at(freed), at(0)])).toEqual([at(port)]);
});

test("every address takes one of them", async () => {
  const port = await listen();
  expect(await takenAddresses([at(port, "0.0.0.0")])).toEqual([at(port, "0.0.0.0")]);
});

test("an address this machine does not have is left for the one who listens to report", async () => {
  expect(await takenAddresses([at(8080, "192.0.2.1")])).toEqual([]);
});

test.each([
  {
    story: "a Fairlead",
    answers: { "/healthz": { status: "ok" }, "/readyz": { status: "ready" } },
    is: true,
  },
  {
    story: "one that is not ready",
    answers: { "/healthz": { status: "ok" }, "/readyz": { status: 503 } },
    is: true,
  },
  { story: "another server", answers: { "/healthz": { status: "ok" } }, is: false },
  { story: "a silent one", answers: {}, is: false },
])("$story is told apart", async ({ answers, is }) => {
  const port = await listen(answers);
  expect(await isFairlead({ host: "127.0.0.1", port })).toBe(is);
});

test("the message names every address and, if there is one, the Fairlead that has them", () => {
  expect(takenMessage([at(18000)], undefined)).toContain("127.0.0.1:18000  (xDS)");
  const told = takenMessage([at(18000)], { admin: { host: "127.0.0.1", port: 8090 }, pid: 42 });
  expect(told).toContain("already running here (admin API http://127.0.0.1:8090, process 42)");
  expect(told).toContain("kill 42");
});
