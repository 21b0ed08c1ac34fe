import { type KeyStore, KeyStoreError } from "../keys/key-store.ts";
import { openKeys } from "../keys/open-keys.ts";
import { type ClientKey, everyModel } from "../model/client-keys.ts";
import type { Desired } from "../model/desired.ts";
import { keyFaults } from "../model/key-faults.ts";
import { lifetimeMs } from "../model/key-lifetime.ts";
import { loadConfig } from "../runtime/config-file.ts";
import type { CliContext } from "./context.ts";
import { exitCode } from "./exit-code.ts";
import { Failure, refused } from "./failure.ts";

export interface KeysOptions {
  readonly config: string;
  readonly json?: boolean;
}

export interface CreateOptions extends KeysOptions {
  readonly name: string;
  readonly team?: string;
  readonly models?: readonly string[];
  readonly expires: string;
}

/** The key alone goes to the output, so that it can go into a variable; what is to be said of it goes beside. */
export function createKey(options: CreateOptions, context: CliContext): Promise<void> {
  return withKeys(options, context, async (store, desired) => {
    const { name, team, models = [everyModel], expires, json } = options;
    const faults = keyFaults({ name, team, models });
    if (faults.length > 0) {
      const said = faults.map(({ path, message }) => `--${path} ${message}`);
      throw new Failure(exitCode.usage, said.join("\n"));
    }
    const nowMs = Date.now();
    const expiresMs = nowMs + (lifetimeMs(expires) ?? 0);
    const { key, token } = store.create({ name, team, models, expiresMs }, nowMs);
    for (const model of models.filter((one) => one !== everyModel && !desired.models.has(one)))
      context.err.write(`warning: ${options.config} has no model ${JSON.stringify(model)}\n`);
    if (json === true) {
      context.out.write(`${JSON.stringify({ key: shown(key), token })}\n`);
      return;
    }
    context.out.write(`${token}\n`);
    context.err.write(`${key.id} for ${name}, good until ${iso(expiresMs)}. It is not shown again.\n`);
    if (!desired.clientKeys.required)
      context.err.write(
        `warning: ${options.config} does not ask for keys; write \`clientKeys: {}\` into it\n`,
      );
  });
}

export function listKeys(options: KeysOptions, context: CliContext): Promise<void> {
  return withKeys(options, context, async (store) => {
    const nowMs = Date.now();
    if (options.json !== true) context.out.write(row("ID", "STATE", "EXPIRES", "NAME", "TEAM", "MODELS"));
    for await (const key of store.list()) {
      const { id, name, team = "-", models } = key;
      context.out.write(
        options.json === true
          ? `${JSON.stringify(shown(key))}\n`
          : row(id, stateOf(key, nowMs), iso(key.expiresMs), name, team, models.join(",")),
      );
    }
  });
}

export function revokeKey(id: string, options: KeysOptions, context: CliContext): Promise<void> {
  return withKeys(options, context, async (store) => {
    const key = await store.revoke(id, Date.now());
    if (key === undefined)
      throw new Failure(exitCode.refused, `no key has the id ${id}; \`fairlead keys list\` shows them`);
    context.out.write(`${id} (${key.name}) is revoked since ${iso(key.revokedMs ?? 0)}\n`);
  });
}

export function rotateKeys(options: KeysOptions, context: CliContext): Promise<void> {
  return withKeys(options, context, async (store) => {
    const { signing, old } = await store.rotate(Date.now());
    context.out.write(`new keys are signed with ${signing.kid}; ${old.length} earlier stay accepted\n`);
  });
}

async function withKeys(
  { config }: KeysOptions,
  { env }: CliContext,
  act: (store: KeyStore, desired: Desired) => Promise<void>,
): Promise<void> {
  const loaded = loadConfig(config, env, "clientKeys");
  if (!loaded.ok) throw refused(config, loaded.error.problems);
  const { desired } = loaded.value;
  try {
    await act(openKeys(desired.clientKeys, config), desired);
  } catch (error) {
    throw error instanceof KeyStoreError ? new Failure(exitCode.notStarted, error.message) : error;
  }
}

function shown({ createdMs, expiresMs, revokedMs, ...key }: ClientKey): object {
  return {
    ...key,
    created: iso(createdMs),
    expires: iso(expiresMs),
    ...(revokedMs === undefined ? {} : { revoked: iso(revokedMs) }),
  };
}

function stateOf({ revokedMs, expiresMs }: ClientKey, nowMs: number): string {
  if (revokedMs !== undefined) return "revoked";
  return expiresMs <= nowMs ? "expired" : "good";
}

function row(id: string, state: string, expires: string, ...others: readonly string[]): string {
  return `${id.padEnd(24)}  ${state.padEnd(7)}  ${expires.padEnd(24)}  ${others.join("  ")}\n`;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
