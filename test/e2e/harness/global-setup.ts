import { findEnvoyHere } from "../../../src/launch/find-envoy-here.ts";

/** Finds an Envoy once, before the tests start side by side; the first run on a machine fetches it. */
export async function setup(): Promise<void> {
  // Against a stack that runs elsewhere (compose) no Envoy of our own is needed.
  if (process.env.FAIRLEAD_E2E_GATEWAY !== undefined) return;
  const found = await findEnvoyHere({
    env: process.env,
    output: process.stderr,
    signal: new AbortController().signal,
  });
  if (!found.ok) throw new Error(found.error);
  if (found.value.kind !== "binary")
    throw new Error("the end-to-end tests need an Envoy binary, not a container");
  process.env.FAIRLEAD_E2E_ENVOY_BIN = found.value.path;
}
