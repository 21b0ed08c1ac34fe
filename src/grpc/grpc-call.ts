import type { X509Certificate } from "node:crypto";

/** One connection; the same object for all of its calls. */
export interface GrpcConnection {
  /** Address and port of the other end. */
  readonly peer: string;
  /** The client's certificate, verified against our authority; undefined without mTLS. */
  readonly certificate: X509Certificate | undefined;
}

/** One call on the server's side. The handler sets the `on…` functions before it returns. */
export interface GrpcCall {
  readonly peer: string;
  readonly connection: GrpcConnection;
  /** Sends one message. False says that the transport is full until `onDrain`. */
  write(message: Uint8Array): boolean;
  /** Sends what `frame` made of a message; one frame may go to any number of calls, and is not copied. */
  writeFrame(frame: Buffer): boolean;
  /** Ends the call with a status code (gRPC "Status codes"); nothing may be written after it. */
  end(code: number, details?: string): void;
  onMessage: (message: Buffer) => void;
  /** The client will send nothing more. */
  onHalfClose: () => void;
  /** The call is over, whoever ended it; comes once, and is the last. */
  onClosed: () => void;
  onDrain: () => void;
}

/** Status codes that we use, by their names (grpc/doc/statuscodes.md). */
export const grpcStatus = {
  ok: 0,
  invalidArgument: 3,
  deadlineExceeded: 4,
  permissionDenied: 7,
  resourceExhausted: 8,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
  unauthenticated: 16,
} as const;
