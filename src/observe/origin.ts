import type { SecureContext } from "node:tls";
import { Client, type Dispatcher, Pool } from "undici";
import type { Clock } from "../base/clock.ts";
import type { BackendTls } from "../model/backend-tls.ts";
import { type Connector, connectorOf } from "./connector.ts";

interface OriginOptions {
  readonly clock: Clock;
  /** `scheme://host:port` */
  readonly origin: string;
  readonly secureContext: SecureContext | undefined;
  readonly tls: BackendTls;
  /** Spoken without asking, also unencrypted. */
  readonly http2: boolean;
}

/** What is asked, of whom, and for how long at most (milliseconds). */
interface Request {
  readonly dispatch: Dispatcher.DispatchOptions;
  /** Of the origin's host; undefined asks the operating system. */
  readonly addresses: readonly string[] | undefined;
  readonly timeoutMs: number;
}

/** Probes of one origin that may be under way at once; further ones wait, and their time starts later. */
const concurrency = 64;

/**
 * Longer than common intervals, so that a check finds its connection again; and a connection's whole
 * life is bounded, so that checks do not hang on one replica behind a load balancer for ever.
 */
const idleMs = 90_000;
const lifeMs = 300_000;

/** One keep-alive pool, shared by all targets that live at the origin. */
export class Origin {
  readonly #options: OriginOptions;
  readonly #waiting = new Set<() => void>();
  readonly #alone = new Map<Client, Connector>();
  readonly #ending = new Set<Promise<unknown>>();
  #underWay = 0;
  #longestMs = 0;
  #addresses: readonly string[] | undefined;
  #current: { readonly pool: Pool; readonly connector: Connector } | undefined;

  constructor(options: OriginOptions) {
    this.#options = options;
  }

  /** Runs `task` when there is room for one more probe. It calls `leave` at its end, or to wait no longer. */
  enter(task: () => void): { readonly leave: () => void } {
    let state: "outside" | "waiting" | "inside" = "waiting";
    const begin = () => {
      state = "inside";
      task();
    };
    if (this.#underWay < concurrency) {
      this.#underWay += 1;
      queueMicrotask(begin);
    } else {
      this.#waiting.add(begin);
    }
    return {
      leave: () => {
        if (state !== "outside" && !this.#waiting.delete(begin)) this.#handOver();
        state = "outside";
      },
    };
  }

  /** Over a connection of the pool. Other addresses than the last time mean a new pool: the old ones may be gone. */
  dispatch({ dispatch, addresses, timeoutMs }: Request, handler: Dispatcher.DispatchHandler): void {
    this.#longestMs = Math.max(this.#longestMs, timeoutMs);
    if (this.#current === undefined || !sameAddresses(addresses, this.#addresses)) {
      this.#ends(this.#current?.pool.close());
      this.#addresses = addresses;
      this.#current = this.#open();
    }
    this.#current.pool.dispatch(dispatch, handler);
  }

  /** Over a connection made for this request alone, which ends with it. */
  dispatchAlone(dispatch: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): void {
    const connector = this.#connector();
    const client = new Client(this.#options.origin, { ...this.#clientOptions(), connect: connector.connect });
    this.#alone.set(client, connector);
    client.dispatch({ ...dispatch, reset: true }, handler);
    this.#ends(client.close().finally(() => this.#alone.delete(client)));
  }

  /** Ends every connection, also those that are still being made. */
  async close(): Promise<void> {
    this.#current?.connector.abandon();
    this.#ends(this.#current?.pool.destroy());
    this.#current = undefined;
    for (const [client, connector] of this.#alone) {
      connector.abandon();
      this.#ends(client.destroy());
    }
    await Promise.all(this.#ending);
  }

  #handOver(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#underWay -= 1;
    } else {
      this.#waiting.delete(next);
      next();
    }
  }

  #open() {
    const connector = this.#connector();
    const pool = new Pool(this.#options.origin, {
      ...this.#clientOptions(),
      connect: connector.connect,
      // An attempt that was given up may hold its place for a moment longer than its probe.
      connections: 2 * concurrency,
      clientTtl: lifeMs,
    });
    return { pool, connector };
  }

  #clientOptions() {
    return this.#options.http2 ? { ...clientOptions, allowH2: true } : clientOptions;
  }

  #connector(): Connector {
    const { clock, secureContext, tls, http2 } = this.#options;
    return connectorOf({
      clock,
      timeoutMs: () => this.#longestMs,
      secureContext,
      tls,
      http2,
      addresses: this.#addresses,
    });
  }

  #ends(ending: Promise<unknown> | undefined): void {
    if (ending === undefined) return;
    const ended: Promise<unknown> = ending.finally(() => this.#ending.delete(ended));
    this.#ending.add(ended);
  }
}

/** undici's own timeouts are off: the probe keeps the time of the whole. */
const clientOptions = {
  allowH2: false,
  pipelining: 1,
  headersTimeout: 0,
  bodyTimeout: 0,
  keepAliveTimeout: idleMs,
  keepAliveMaxTimeout: idleMs,
} as const;

function sameAddresses(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === b) return true;
  return a?.length === b?.length && (a ?? []).every((address, at) => address === b?.[at]);
}
