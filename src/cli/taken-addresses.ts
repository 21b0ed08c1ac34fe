import { createServer } from "node:net";
import { formatAddress, type ListenAddress } from "../base/listen-address.ts";

/** An address that is about to be listened on, and by what. */
export interface PlannedAddress {
  readonly use: string;
  readonly address: ListenAddress;
}

/**
 * Those that another program listens on already. Asked before anything is started: Envoy shares a port
 * with another Envoy without a word, and half of the requests would then go astray.
 */
export async function takenAddresses(planned: readonly PlannedAddress[]): Promise<readonly PlannedAddress[]> {
  const taken = await Promise.all(planned.map(async ({ address }) => await isTaken(address)));
  return planned.filter((_, index) => taken[index]);
}

/** A Fairlead that is there already, as far as it can be told from outside. */
export interface RunningFairlead {
  /** undefined when its admin API does not answer (yet). */
  readonly admin: ListenAddress | undefined;
  /** undefined when it was started from another folder. */
  readonly pid: number | undefined;
}

/** What to tell whose start is refused. */
export function takenMessage(taken: readonly PlannedAddress[], running: RunningFairlead | undefined): string {
  const list = taken.map(({ use, address }) => `  ${formatAddress(address)}  (${use})`).join("\n");
  if (running === undefined) {
    return `Nothing was started: other programs listen on addresses that are needed here.\n${list}`;
  }
  const admin = running.admin === undefined ? [] : [`admin API http://${formatAddress(running.admin)}`];
  const pid = running.pid === undefined ? [] : [`process ${running.pid}`];
  const how = running.pid === undefined ? "" : `, or with: kill ${running.pid}`;
  return [
    `Fairlead is already running here (${[...admin, ...pid].join(", ")}). Nothing was started or changed.`,
    "It holds these addresses:",
    list,
    `Stop it with Ctrl-C in its terminal${how}.`,
  ].join("\n");
}

/** Whether a Fairlead answers at this admin address: both paths are open to everybody. */
export async function isFairlead(admin: ListenAddress): Promise<boolean> {
  const [health, ready] = await Promise.all([statusAt(admin, "/healthz"), statusAt(admin, "/readyz")]);
  return health === "ok" && ready !== undefined;
}

/** The member `status` of the JSON that is answered there. */
async function statusAt(admin: ListenAddress, path: string): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(probeTimeoutMs);
    const response = await fetch(`http://${formatAddress(admin)}${path}`, { signal, redirect: "error" });
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null && "status" in body ? body.status : undefined;
  } catch {
    return undefined;
  }
}

const probeTimeoutMs = 2_000;

/** Any other failure to listen (no such address, no permission) is reported by whoever really listens. */
function isTaken({ host, port }: ListenAddress): Promise<boolean> {
  if (port === 0) return Promise.resolve(false);
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve("code" in error && error.code === "EADDRINUSE"));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(false)));
  });
}
