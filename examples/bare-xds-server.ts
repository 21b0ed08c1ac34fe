/**
 * An xDS server that is told over HTTP what each node is to have: the library `fairlead/xds` in use.
 *
 *   npx node examples/bare-xds-server.ts --xds 127.0.0.1:18000 --http 127.0.0.1:18001
 *
 *   POST /state {
 *     "node": "envoy-1",
 *     "version": "7",                       "" or left out: a hash of the content
 *     "resources": { "<type url>": [{ "name": "a", "value": "<base64>", "ttl_ms": 1500, "aliases": ["b"] }] }
 *   }
 *
 * replaces the whole state of that node: what is not listed is gone. A node that was never told anything is
 * refused with UNAVAILABLE, and comes again.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { parseArgs } from "node:util";
import {
  encodedResource,
  type ListenAddress,
  type Resource,
  startXdsServer,
  type XdsServer,
} from "fairlead/xds";

const { values } = parseArgs({
  options: {
    xds: { type: "string", default: "127.0.0.1:18000" },
    http: { type: "string", default: "127.0.0.1:18001" },
    help: { type: "boolean", short: "h", default: false },
  },
});

if (values.help) {
  console.log("usage: bare-xds-server.ts [--xds HOST:PORT] [--http HOST:PORT]");
} else {
  await run(addressOf(values.xds), addressOf(values.http));
}

async function run(xds: ListenAddress, http: ListenAddress): Promise<void> {
  const server = await startXdsServer({
    listen: xds,
    groupOf: ({ id }) => id,
    hooks: {
      onNack: ({ node, typeUrl, resources, message }) =>
        console.error(`${node.id} refused ${resources.join(", ")} of ${typeUrl}: ${message}`),
    },
  });
  const control = createServer((request, response) => {
    answer(server, request, response).catch((error: Error) => reply(response, 400, { error: error.message }));
  });
  control.on("error", (error) => {
    console.error(`cannot listen on ${http.host}:${http.port}: ${error.message}`);
    process.exit(1);
  });
  control.listen(http.port, http.host, () =>
    console.log(
      `xDS on ${server.address.host}:${server.address.port}, state on http://${http.host}:${http.port}/state`,
    ),
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      control.close();
      control.closeAllConnections();
      server.close().then(() => process.exit(0));
    });
  }
}

interface State {
  readonly node: string;
  readonly version?: string;
  readonly resources?: Readonly<Record<string, readonly Entry[]>>;
}

interface Entry {
  readonly name: string;
  readonly value: string;
  readonly ttl_ms?: number;
  readonly aliases?: readonly string[];
}

async function answer(server: XdsServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST" || request.url !== "/state") {
    reply(response, 404, { error: "POST /state is all there is" });
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const state = JSON.parse(Buffer.concat(chunks).toString("utf8")) as State;
  if (typeof state.node !== "string") throw new Error("`node` is the id of a node");
  server.set(state.node, [...resourcesOf(state.resources ?? {})], state.version);
  reply(response, 200, { ok: true });
}

function* resourcesOf(resources: Readonly<Record<string, readonly Entry[]>>): Iterable<Resource> {
  for (const [typeUrl, entries] of Object.entries(resources)) {
    for (const { name, value, ttl_ms, aliases } of entries) {
      if (typeof name !== "string" || typeof value !== "string")
        throw new Error(`a resource of ${typeUrl} needs a name, and its message in base64 as value`);
      yield encodedResource({ typeUrl, name, value: Buffer.from(value, "base64"), ttlMs: ttl_ms, aliases });
    }
  }
}

function reply(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { "content-type": "application/json", "x-conform-target": "fairlead" })
    .end(JSON.stringify(body));
}

function addressOf(text: string): ListenAddress {
  const colon = text.lastIndexOf(":");
  const port = Number(text.slice(colon + 1));
  if (colon < 1 || !Number.isInteger(port)) throw new Error(`${text} is not HOST:PORT`);
  return { host: text.slice(0, colon).replace(/^\[|\]$/g, ""), port };
}
