import { constants, type ServerHttp2Session } from "node:http2";
import type { Clock } from "../base/clock.ts";

export interface SessionTimes {
  /** A connection is pinged this often; one that does not answer within `keepaliveTimeoutMs` is gone. */
  readonly keepaliveMs: number;
  readonly keepaliveTimeoutMs: number;
  /**
   * A connection is asked to go elsewhere after this time, give or take a tenth, so that a fleet spreads
   * over the replicas again; undefined lets it live.
   */
  readonly maxConnectionAgeMs: number | undefined;
  /** Between being asked to go and being cut. */
  readonly connectionAgeGraceMs: number;
}

interface Life {
  readonly endsAtMs: number;
  pingAtMs: number;
  pingedAtMs: number | undefined;
  asked: boolean;
}

const tickMs = 1_000;

/** Looks after connections: finds the dead ones, and ends the old ones. One timer for all. */
export class SessionLives {
  readonly #times: SessionTimes;
  readonly #clock: Clock;
  readonly #lives = new Map<ServerHttp2Session, Life>();
  #cancel: (() => void) | undefined;

  constructor(times: SessionTimes, clock: Clock) {
    this.#times = times;
    this.#clock = clock;
  }

  began(session: ServerHttp2Session): void {
    const nowMs = this.#clock.nowMs();
    const { maxConnectionAgeMs, keepaliveMs } = this.#times;
    const jitter = 0.9 + 0.2 * Math.random();
    this.#lives.set(session, {
      endsAtMs:
        maxConnectionAgeMs === undefined ? Number.POSITIVE_INFINITY : nowMs + maxConnectionAgeMs * jitter,
      pingAtMs: nowMs + keepaliveMs,
      pingedAtMs: undefined,
      asked: false,
    });
    session.on("close", () => this.#lives.delete(session));
    this.#schedule();
  }

  /** Tells every client that nothing new is taken; connections close when their calls have ended. */
  endAll(): void {
    for (const session of this.#lives.keys()) session.close();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #schedule(): void {
    if (this.#cancel !== undefined || this.#lives.size === 0) return;
    this.#cancel = this.#clock.schedule(tickMs, () => {
      this.#cancel = undefined;
      for (const [session, life] of this.#lives) this.#look(session, life, this.#clock.nowMs());
      this.#schedule();
    });
  }

  #look(session: ServerHttp2Session, life: Life, nowMs: number): void {
    if (session.destroyed) return;
    if (life.pingedAtMs !== undefined && nowMs - life.pingedAtMs >= this.#times.keepaliveTimeoutMs) {
      session.destroy();
      return;
    }
    if (life.pingedAtMs === undefined && nowMs >= life.pingAtMs) {
      life.pingedAtMs = nowMs;
      session.ping(() => {
        life.pingedAtMs = undefined;
        life.pingAtMs = this.#clock.nowMs() + this.#times.keepaliveMs;
      });
    }
    if (!life.asked && nowMs >= life.endsAtMs) {
      life.asked = true;
      session.goaway(constants.NGHTTP2_NO_ERROR);
    }
    if (nowMs >= life.endsAtMs + this.#times.connectionAgeGraceMs) session.destroy();
  }
}
