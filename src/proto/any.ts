declare const packed: unique symbol;

/** `google.protobuf.Any`, in protobufjs' field names. Only `pack` makes one. */
export interface Any {
  readonly type_url: string;
  readonly value: Uint8Array;
  readonly [packed]: true;
}
