import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { argv, env, exit, stderr, stdout } from "node:process";

/**
 * Plays Envoy for tests of what starts it: tells a version, keeps the bootstrap it was given, answers on
 * FAKE_GATEWAY as a gateway, and says goodbye when it is asked to end. FAKE_ENVOY is
 * what is wrong with it: `broken` dies at its start, `unready` answers 503, `stubborn` does not end.
 */
const { FAKE_ENVOY, FAKE_GATEWAY, FAKE_SEEN } = env;

if (argv.includes("--version")) {
  stdout.write("envoy  version: 0123abcd/1.40.0/Clean/RELEASE/BoringSSL\n");
  exit(0);
}
if (FAKE_ENVOY === "broken") {
  stderr.write("error initializing configuration: no such field\n");
  exit(1);
}
if (FAKE_SEEN !== undefined) {
  writeFileSync(FAKE_SEEN, readFileSync(argv[argv.indexOf("-c") + 1] ?? "", "utf8"));
}
const status = FAKE_ENVOY === "unready" ? 503 : 200;
const server = createServer((_, response) => void response.writeHead(status).end("ok"));
server.listen(Number(FAKE_GATEWAY ?? 0), "127.0.0.1", () => stderr.write("fake envoy is up\n"));
process.on("SIGTERM", () => {
  if (FAKE_ENVOY === "stubborn") return;
  stderr.write("fake envoy says goodbye\n");
  exit(0);
});
