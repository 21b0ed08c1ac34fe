import type { Problem } from "../base/problem.ts";
import type { Decision, Overrides } from "../decide/decision.ts";
import type { Observed } from "../facts/observed.ts";
import type { ClientKey } from "../model/client-keys.ts";
import type { Desired } from "../model/desired.ts";
import type { EndpointId, Source } from "../model/pool.ts";
import type { Nack, NodeStatus } from "../snapshot/node-status.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

/** What the admin API may see and ask for. `runtime` fulfils it; every call answers from memory. */
export interface AdminContext {
  view(): EngineView;
  nodes(): readonly NodeStatus[];
  /** Where in the running file the refusal comes from; several when Envoy's words leave the choice. */
  refusedPlaces(node: string, typeUrl: string, nack: Nack): readonly Source[];
  configStatus(): ConfigStatus;
  /** Not ready before the first configuration is served over xDS; `reason` says what is awaited. */
  readiness(): { readonly ready: boolean; readonly reason: string };
  /** Merges a patch into the endpoint's override and resolves when the new weights are published. */
  override(endpoint: EndpointId, patch: OverridePatch): Promise<void>;
  readonly keys: KeyAdmin;
  /** Prometheus text, and its content type. */
  metrics(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** The clients' keys. Beside this, every call answers from memory; these read and write files. */
export interface KeyAdmin {
  create(asked: NewKey): { readonly key: ClientKey; readonly token: string };
  /** The oldest first. */
  list(): AsyncIterable<ClientKey>;
  find(id: string): Promise<ClientKey | undefined>;
  /** Resolves when the revocation is kept and published; with undefined when there is no such key. */
  revoke(id: string): Promise<ClientKey | undefined>;
}

export interface NewKey {
  readonly name: string;
  readonly team: string | undefined;
  readonly models: readonly string[];
  readonly expiresMs: number;
}

/** A change to an `Override`. What is left out stays as it is; a weight of null goes back to the file's word. */
export interface OverridePatch {
  readonly weight?: number | null;
  readonly drained?: boolean;
}

/** One moment of the engine: all parts belong together. */
export interface EngineView {
  readonly desired: Desired;
  readonly observed: Observed;
  readonly decision: Decision;
  readonly overrides: Overrides;
  readonly snapshot: Snapshot;
}

export interface ConfigStatus {
  readonly file: string;
  readonly running: {
    /** Hash of the file's text, 16 hex characters. */
    readonly revision: string;
    readonly loadedAtMs: number;
  };
  /** The latest edit that was refused; undefined once a later edit was accepted. */
  readonly rejected:
    | { readonly revision: string; readonly atMs: number; readonly problems: readonly Problem[] }
    | undefined;
}
