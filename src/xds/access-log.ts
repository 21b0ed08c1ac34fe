import type { MessageTypes } from "../proto/envoy-types.ts";

type Message<Name extends keyof MessageTypes> = MessageTypes[Name];

/**
 * Entries of one access log of a node, as Envoy wrote them (accesslog.proto). Nothing in them has been
 * checked: a number may be any number, and a name any text.
 */
export interface AccessLogEntries {
  readonly node: { readonly id: string; readonly cluster: string };
  /** `common_config.log_name` of the logger. */
  readonly logName: string;
  /** Of `envoy.access_loggers.http_grpc`; a message has entries of one kind. */
  readonly http: readonly Message<"envoy.data.accesslog.v3.HTTPAccessLogEntry">[];
  /** Of `envoy.access_loggers.tcp_grpc`, which logs requests as well, without anything of their headers. */
  readonly tcp: readonly Message<"envoy.data.accesslog.v3.TCPAccessLogEntry">[];
}

/** Entries that were not read. */
export interface AccessLogLoss {
  readonly node: AccessLogEntries["node"];
  /** In words: "the message is too long". */
  readonly reason: string;
  /** Of the message that was not read. */
  readonly bytes: number;
}
