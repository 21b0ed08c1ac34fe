import { hostname } from "node:os";
import { type Command, Option } from "commander";
import type { CliContext } from "./context.ts";
import { runDemoBackend, runDemoSet } from "./demo.ts";
import { type BootstrapCliOptions, printBootstrap, printPath, runEnvoy } from "./envoy.ts";
import {
  adminOption,
  configOption,
  envoyAdminOption,
  logFormatOption,
  logLevelOption,
  xdsOption,
} from "./options.ts";
import { parseAddress, parseMilliseconds, parsePort } from "./parse-address.ts";
import type { ServeOptions } from "./serve.ts";
import type { UpOptions } from "./up.ts";

/*
 * What there is to type, and what runs then. The commands that bring the whole control plane along are
 * loaded when they are asked for.
 */

export function addUp(program: Command, context: CliContext): void {
  program
    .command("up")
    .description("start a whole fleet on this machine: the demo's backends, the control plane and an Envoy")
    .addOption(configOption().default(undefined, "the demo, with backends of its own"))
    .option("--no-envoy", "leave Envoy to me")
    .addOption(xdsOption("where to serve xDS, over the file's address"))
    .addOption(adminOption("where to serve the admin API, over the file's address"))
    .addOption(envoyAdminOption("--envoy-admin <host:port>").default(defaultEnvoyAdmin, "127.0.0.1:9901"))
    .addOption(
      new Option("--run-dir <folder>", "where logs go, in a folder per gateway port")
        .default(".fairlead")
        .env("FAIRLEAD_RUN_DIR"),
    )
    .addOption(logFormatOption())
    .addOption(logLevelOption())
    .addHelpText(
      "after",
      examples("fairlead up", "fairlead up --config fairlead.yaml", "fairlead up --no-envoy"),
    )
    .action(async (options: UpOptions) => (await import("./up.ts")).up(options, context));
}

export function addServe(program: Command, context: CliContext): void {
  program
    .command("serve")
    .description("run the control plane alone")
    .addOption(configOption().makeOptionMandatory())
    .addOption(xdsOption("where to serve xDS, over the file's address"))
    .addOption(adminOption("where to serve the admin API, over the file's address"))
    .addOption(logFormatOption())
    .addOption(logLevelOption())
    .addHelpText(
      "after",
      examples(
        "fairlead serve --config fairlead.yaml",
        "fairlead serve -c fairlead.yaml --xds 127.0.0.1:18001",
      ),
    )
    .action(async (options: ServeOptions) => (await import("./serve.ts")).serve(options, context));
}

export function addValidate(program: Command, context: CliContext, setCode: (code: number) => void): void {
  program
    .command("validate")
    .description("check a configuration file and list every problem in it")
    .argument("<file>", "configuration file")
    .option("--json", "for machines: { file, ok, problems, warnings }", false)
    .addHelpText(
      "after",
      examples("fairlead validate fairlead.yaml", "fairlead validate fairlead.yaml --json"),
    )
    .action(async (file: string, options: { readonly json: boolean }) => {
      const { validate } = await import("./validate.ts");
      setCode(validate(file, options, context));
    });
}

export function addEnvoy(program: Command, context: CliContext): void {
  const envoy = program.command("envoy").description("an Envoy of your own, or one that Fairlead finds");
  withBootstrapOptions(envoy.command("bootstrap"))
    .description("print the file that an Envoy of your own starts with")
    .addHelpText(
      "after",
      examples(
        "fairlead envoy bootstrap > envoy.yaml && envoy -c envoy.yaml",
        "fairlead envoy bootstrap --node-id edge-1 --cluster edge --xds fairlead.internal:18000",
      ),
    )
    .action((options: BootstrapCliOptions) => printBootstrap(options, context));
  withBootstrapOptions(envoy.command("run"))
    .description("find an Envoy (ENVOY_BIN, PATH, cache, pip, Docker) and keep it running")
    .addOption(
      new Option("--log-level <level>", "Envoy's own log level").choices(envoyLogLevels).default("warning"),
    )
    .argument("[arguments...]", "more arguments for Envoy, after --")
    .addHelpText(
      "after",
      examples("fairlead envoy run", "fairlead envoy run --node-id edge-2 -- --concurrency 4"),
    )
    .action((extra: string[], options: BootstrapCliOptions & { readonly logLevel: string }) =>
      runEnvoy(options, extra, context),
    );
  envoy
    .command("path")
    .description("print the Envoy that would be run, and fetch one if there is none")
    .addHelpText("after", examples('"$(fairlead envoy path)" --version'))
    .action(() => printPath(context));
}

function withBootstrapOptions(command: Command): Command {
  return command
    .option("--node-id <id>", "who this Envoy is; no two of a fleet share it", hostname())
    .option("--cluster <name>", "the fleet it belongs to", "fairlead")
    .addOption(xdsOption("where the control plane serves xDS").default(defaultXds, "127.0.0.1:18000"))
    .addOption(envoyAdminOption("--admin <host:port>").default(defaultEnvoyAdmin, "127.0.0.1:9901"))
    .option("--xds-ca <file>", "authority of the control plane's certificate: encrypts the connection")
    .option("--xds-cert <file>", "this Envoy's certificate, where the control plane asks for one")
    .option("--xds-key <file>", "its key")
    .option("--xds-server-name <name>", "name in the control plane's certificate (default: its host)")
    .option("--sotw", "speak the state-of-the-world variant of xDS instead of delta", false);
}

interface DemoBackendCliOptions {
  readonly name: string;
  readonly port: number;
  readonly host: string;
  readonly latency: number;
  readonly chunkDelay: number;
  readonly pathPrefix: string;
  readonly requireBearer: boolean;
}

export function addDemo(program: Command, context: CliContext): void {
  const demo = program
    .command("demo")
    .description("small OpenAI-compatible backends that can be made to fail");
  demo
    .command("backend")
    .description("one backend; POST /_demo/mode makes it fail, GET /_demo/requests shows what arrived")
    .requiredOption("--name <name>", "told in every answer")
    .requiredOption("--port <port>", "0 takes any free one", parsePort)
    .option("--host <host>", "where to listen", "127.0.0.1")
    .option("--latency <ms>", "wait before every answer", parseMilliseconds, 0)
    .option("--chunk-delay <ms>", "wait before every chunk of a stream", parseMilliseconds, 20)
    .option("--path-prefix <path>", "where the API starts", "/v1")
    .option("--require-bearer", "answer 401 to API requests without a key", false)
    .addHelpText(
      "after",
      examples(
        "fairlead demo backend --name one --port 9101",
        `curl http://127.0.0.1:9101/_demo/mode -d '{"mode":"hang","scope":"api"}'`,
      ),
    )
    .action(({ latency, chunkDelay, ...options }: DemoBackendCliOptions) =>
      runDemoBackend({ ...options, latencyMs: latency, chunkDelayMs: chunkDelay }, context),
    );
  demo
    .command("backends")
    .description("the backends of examples/demo.yaml, on the ports 9101 to 9106")
    .option("--host <host>", "where to listen", "127.0.0.1")
    .addHelpText("after", examples("fairlead demo backends"))
    .action((options: { readonly host: string }) => runDemoSet(options, context));
}

const defaultXds = parseAddress("127.0.0.1:18000");
const defaultEnvoyAdmin = parseAddress("127.0.0.1:9901");
const envoyLogLevels = ["trace", "debug", "info", "warning", "error", "critical", "off"];

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
