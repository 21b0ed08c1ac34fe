import type { Nack, NodeTypeStatus } from "../snapshot/node-status.ts";

type Told = Omit<NodeTypeStatus, "typeUrl" | "subscribed">;

/** What one client was sent of one type, and said of it last. */
export class TypeStatus {
  #told: Told = { sentVersion: "", sentAtMs: 0, ackedVersion: "", ackedAtMs: 0, nack: undefined };

  get told(): Told {
    return this.#told;
  }

  sent(version: string, nowMs: number): void {
    this.#told = { ...this.#told, sentVersion: version, sentAtMs: nowMs };
  }

  /** @param refusalStands something else is refused still */
  acked(version: string, nowMs: number, refusalStands: boolean): void {
    const nack = refusalStands ? this.#told.nack : undefined;
    this.#told = { ...this.#told, ackedVersion: version, ackedAtMs: nowMs, nack };
  }

  nacked(nack: Nack): void {
    this.#told = { ...this.#told, nack };
  }

  /** Nothing is owed and nothing was refused: it has this version, as after a delta reconnect. */
  hasAll(version: string, nowMs: number): void {
    const { ackedVersion, nack, sentAtMs } = this.#told;
    if (ackedVersion === version && nack === undefined) return;
    this.#told = {
      sentVersion: version,
      ackedVersion: version,
      sentAtMs: sentAtMs || nowMs,
      ackedAtMs: nowMs,
      nack: undefined,
    };
  }
}
