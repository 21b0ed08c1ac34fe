import type { Dispatcher } from "undici";
import type { Clock } from "../base/clock.ts";
import { originOf } from "../model/pool.ts";
import { encodedQuery } from "../model/provider.ts";
import { describeFailure, isHangUp, isOurTrouble } from "./failure.ts";
import type { Origin } from "./origin.ts";
import type { ProbeTarget } from "./probe-target.ts";

/** What came of one probe. `latencyMs` is from the request to the last byte of the answer. */
export type Outcome =
  | { readonly kind: "answered"; readonly status: number; readonly latencyMs: number }
  | { readonly kind: "failed"; readonly reason: string }
  /** We could not even ask: nothing was learned about the backend. */
  | { readonly kind: "not-asked"; readonly reason: string };

/** A check says little; whoever says more than this has no end, or is not a check. */
const maxBodyBytes = 1024 * 1024;

const stopped = new Error("the probe is over");

/**
 * Asks once, within `timeoutMs` for everything: connecting, TLS, headers, the whole body. Calls `done`
 * exactly once, unless the function it returns was called first: then never.
 */
export function probe(
  origin: Origin,
  target: ProbeTarget,
  addresses: readonly string[] | undefined,
  clock: Clock,
  done: (outcome: Outcome) => void,
): () => void {
  const { timeoutMs } = target.check;
  let handler: ProbeHandler | undefined;
  let cancelTimeout = () => {};
  let over = false;

  const stop = () => {
    if (over) return;
    over = true;
    cancelTimeout();
    place.leave();
    handler?.abandon();
  };
  const settle = (outcome: Outcome) => {
    if (over) return;
    stop();
    done(outcome);
  };

  const place = origin.enter(() => {
    if (over) return;
    const startedMs = clock.nowMs();
    const dispatch = requestOf(target);
    const ask = (retry: (() => void) | undefined) =>
      new ProbeHandler(target, {
        answered: (status) =>
          settle({ kind: "answered", status, latencyMs: Math.max(0, clock.nowMs() - startedMs) }),
        failed: (reason) => settle({ kind: "failed", reason }),
        notAsked: (reason) => settle({ kind: "not-asked", reason }),
        retry,
      });

    // A server may close an idle connection at the very moment at which we use it again. That is no
    // failure of the backend, so whoever hangs up without a word is asked again on a new connection.
    handler = ask(() => {
      if (over) return;
      handler = ask(undefined);
      origin.dispatchAlone(dispatch, handler);
    });
    cancelTimeout = clock.schedule(timeoutMs, () => {
      // When this process was held up, the answer may be here already, unread: it goes first.
      setImmediate(() => settle({ kind: "failed", reason: handler?.unfinished(timeoutMs) ?? "" }));
    });
    origin.dispatch({ dispatch, addresses, timeoutMs }, handler);
  });

  return stop;
}

/** What Envoy would add for the endpoint's provider, a check has too. */
function requestOf({ url, check, provider }: ProbeTarget): Dispatcher.DispatchOptions {
  const key = provider?.credential;
  const secret = key?.secret.reveal() ?? "";
  const query = encodedQuery([
    ...(provider?.query ?? []),
    ...(key?.sentAs.kind === "query" ? [[key.sentAs.name, secret] as const] : []),
  ]);
  const path = `${url.path}${check.path}`;
  return {
    method: "GET",
    path: query === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${query}`,
    headers: {
      accept: "*/*",
      "user-agent": "fairlead/health-check",
      ...Object.fromEntries(provider?.headers ?? []),
      ...(key?.sentAs.kind === "header" && { [key.sentAs.name]: `${key.sentAs.prefix}${secret}` }),
    },
  };
}

interface Ends {
  readonly answered: (status: number) => void;
  readonly failed: (reason: string) => void;
  readonly notAsked: (reason: string) => void;
  readonly retry: (() => void) | undefined;
}

/** Follows one request through undici. The body is counted and thrown away. */
class ProbeHandler implements Dispatcher.DispatchHandler {
  readonly #target: ProbeTarget;
  readonly #ends: Ends;
  #controller: Dispatcher.DispatchController | undefined;
  #abandoned = false;
  #heard = false;
  #status = 0;
  #location: string | undefined;
  #bytes = 0;

  constructor(target: ProbeTarget, ends: Ends) {
    this.#target = target;
    this.#ends = ends;
  }

  /** Cuts the connection if the answer is not complete; called again, or after the end, it does nothing. */
  abandon(): void {
    this.#abandoned = true;
    this.#controller?.abort(stopped);
  }

  unfinished(timeoutMs: number): string {
    const within = `within ${timeoutMs / 1000}s`;
    if (this.#controller === undefined) return `no connection ${within}`;
    return this.#status === 0 ? `no answer ${within}` : `the answer was not complete ${within}`;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#abandoned) controller.abort(stopped);
    else this.#controller = controller;
  }

  onResponseStarted(): void {
    this.#heard = true;
  }

  /** Called for each interim answer (1xx) too; the last one counts. */
  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  ): void {
    this.#status = status;
    this.#location = typeof headers.location === "string" ? headers.location : undefined;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > maxBodyBytes) {
      this.#ends.failed(`the answer is longer than ${maxBodyBytes / 1024} KiB`);
    }
  }

  onResponseEnd(): void {
    this.#controller = undefined;
    if (this.#status < 300 || this.#status > 399) this.#ends.answered(this.#status);
    else this.#ends.failed(redirection(this.#status, this.#location, this.#target));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const asked = this.#controller !== undefined;
    this.#controller = undefined;
    if (this.#abandoned) return;
    if (isOurTrouble(error)) this.#ends.notAsked(describeFailure(error));
    else if (asked && !this.#heard && this.#ends.retry !== undefined && isHangUp(error)) this.#ends.retry();
    else this.#ends.failed(describeFailure(error));
  }
}

/** Where to, without query, fragment or credentials: an address a person can look at, and no more. */
function redirection(status: number, location: string | undefined, { url, check }: ProbeTarget): string {
  const to = location && URL.parse(location, `${originOf(url)}${url.path}${check.path}`);
  return to ? `redirects to ${to.host}${to.pathname}`.slice(0, 200) : `status ${status}`;
}
