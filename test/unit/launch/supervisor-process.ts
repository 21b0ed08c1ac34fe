import { supervise } from "../../../src/launch/supervisor.ts";

/**
 * A process that supervises a wrapper script, which starts a program that writes its id into a file.
 * It is there to be ended from outside.
 */
const [pidFile = ""] = process.argv.slice(2);
supervise({
  name: "child",
  command: "sh",
  args: ["-c", `sh -c 'echo $$ > "$0.new" && mv "$0.new" "$0" && exec sleep 60' "$0" & wait`, pidFile],
  env: { PATH: "/usr/local/bin:/usr/bin:/bin" },
  log: { debug() {}, info() {}, warn() {}, error() {} },
  onLine: () => {},
});
