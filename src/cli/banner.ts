/** What a person needs who has just started a fleet. */
export interface Welcome {
  readonly gateway: string;
  readonly admin: string;
  readonly envoyAdmin: string | undefined;
  readonly configFile: string;
  readonly logFolder: string;
  /** A model to try; undefined when the file has none. */
  readonly model: string | undefined;
  /** Whether the gateway asks for a key. */
  readonly keyed: boolean;
  /** One that may be broken; undefined when the backends are not the demo's. */
  readonly demo: { readonly name: string; readonly origin: string } | undefined;
  /** How to start an Envoy by hand; undefined when one runs. */
  readonly envoyCommand: string | undefined;
}

/** The last thing `up` prints. Every command in it works as it stands. */
export function banner(welcome: Welcome): string {
  const { gateway, admin, envoyAdmin, configFile, logFolder, model, keyed, demo, envoyCommand } = welcome;
  const lines = [
    "",
    envoyCommand === undefined ? "Fairlead is up." : "The control plane is up, without an Envoy.",
    "",
    `  gateway        ${gateway}`,
    `  admin API      ${admin}   (OpenAPI: ${admin}/docs)`,
    ...(envoyAdmin === undefined ? [] : [`  Envoy's admin  ${envoyAdmin}`]),
    `  configuration  ${configFile}   (edit it: a good change is live within a second)`,
    `  logs           ${logFolder}`,
  ];
  if (envoyCommand !== undefined)
    lines.push("", "Start an Envoy in another terminal:", "", `  ${envoyCommand}`);
  const ask = (stream: boolean) => indented(chat(gateway, model ?? "", stream, keyed));
  if (keyed) {
    const make = `KEY=$(npx fairlead keys create --config '${configFile}' --name me)`;
    lines.push("", "Make a key, which every request needs:", "", `  ${make}`);
  }
  if (model !== undefined)
    lines.push("", "Ask it something:", "", ask(false), "", "The same as a stream:", "", ask(true));
  if (demo !== undefined) {
    lines.push(
      "",
      `Break a backend (error, unavailable, throttled, hang, slow, garbage, reset, cut, …; ok mends it), then ask again:`,
      "",
      indented(`curl -s ${demo.origin}/_demo/mode -d '{"mode":"error"}'`),
      indented(`curl -s ${admin}/v1/stats`),
    );
  }
  return `${lines.join("\n")}\n\nCtrl-C stops everything.\n`;
}

function chat(gateway: string, model: string, stream: boolean, keyed: boolean): string {
  const body = JSON.stringify({
    model,
    ...(stream ? { stream: true } : {}),
    messages: [{ role: "user", content: "Hello" }],
  });
  const flags = stream ? "-sN" : "-s";
  return [
    `curl ${flags} ${gateway}/v1/chat/completions \\`,
    "  -H 'content-type: application/json' \\",
    ...(keyed ? ['  -H "authorization: Bearer $KEY" \\'] : []),
    `  -d '${body.replaceAll("'", "'\\''")}'`,
  ].join("\n");
}

function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}
