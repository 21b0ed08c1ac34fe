/** What one connected Envoy has, as its streams told. Times in ms since the epoch. */
export interface NodeStatus {
  readonly id: string;
  readonly cluster: string;
  /** The group whose resources it is given. */
  readonly group: string;
  /** Envoy's own version, e.g. "1.40.0"; "" if it did not say. */
  readonly userAgentVersion: string;
  readonly dialect: "sotw" | "delta";
  readonly peer: string;
  readonly connectedAtMs: number;
  readonly types: readonly NodeTypeStatus[];
}

export interface NodeTypeStatus {
  readonly typeUrl: string;
  /** Version of the type last sent on the stream, and the one last acknowledged; "" before the first. */
  readonly sentVersion: string;
  readonly ackedVersion: string;
  readonly sentAtMs: number;
  readonly ackedAtMs: number;
  readonly subscribed: { readonly wildcard: boolean; readonly names: number };
  /** The latest refusal; kept until a newer version is acknowledged. */
  readonly nack: Nack | undefined;
}

export interface Nack {
  readonly version: string;
  readonly atMs: number;
  /** The client's own words, truncated, control characters escaped. */
  readonly message: string;
}
