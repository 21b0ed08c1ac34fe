import type { Clock } from "../base/clock.ts";
import type { Group } from "./group.ts";
import type { Slicer } from "./slicer.ts";

/** A resource is renewed three times within its time to live, so that a lost heartbeat costs nothing. */
const perTtl = 3;

/** Renews times to live (xds_protocol.rst "TTL"): one timer for each group, type and time to live in use. */
export class Heartbeats {
  readonly #clock: Clock;
  readonly #slicer: Slicer;
  readonly #timers = new Map<string, () => void>();

  constructor(clock: Clock, slicer: Slicer) {
    this.#clock = clock;
    this.#slicer = slicer;
  }

  /** Takes notice of the times to live that a group has now. */
  follow(group: Group): void {
    for (const type of group.store.types)
      for (const ttlMs of type.ttls.keys()) this.#start(group, type.typeUrl, ttlMs);
  }

  stop(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #start(group: Group, typeUrl: string, ttlMs: number): void {
    const name = `${group.name}\0${typeUrl}\0${ttlMs}`;
    if (this.#timers.has(name)) return;
    const cancel = this.#clock.schedule(Math.max(1, Math.floor(ttlMs / perTtl)), () => {
      this.#timers.delete(name);
      const keys = group.store.type(typeUrl).ttls.get(ttlMs);
      if (keys === undefined) return;
      this.#slicer.add(beats(group, typeUrl, keys));
      this.#start(group, typeUrl, ttlMs);
    });
    this.#timers.set(name, cancel);
  }
}

function* beats(group: Group, typeUrl: string, keys: ReadonlySet<string>): Iterator<void> {
  for (const session of group.sessions) {
    session.beat(typeUrl, keys);
    yield;
  }
}
