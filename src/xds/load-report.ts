/** What a client says of the requests it sent to one endpoint, since it last said so. */
export interface EndpointLoad {
  /** Literal address and port, as the load assignment has them. */
  readonly host: string;
  readonly port: number;
  readonly issued: number;
  readonly succeeded: number;
  readonly failed: number;
  /** At the moment of the report. */
  readonly inProgress: number;
}

export interface ClusterLoad {
  readonly cluster: string;
  /** Requests that were not sent at all, as by a circuit breaker. */
  readonly dropped: number;
  /** The time that the figures are for. */
  readonly intervalMs: number;
  /** All requests of the cluster, also of clients that do not tell endpoints apart. */
  readonly issued: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly endpoints: readonly EndpointLoad[];
}

export interface LoadReport {
  readonly node: { readonly id: string; readonly cluster: string };
  readonly clusters: readonly ClusterLoad[];
}
