import protobuf from "protobufjs";
import { definitions } from "../src/proto/definitions.ts";

/** The text of `src/proto/envoy-types.ts`; the same for the same definitions. */
export function envoyTypes(): string {
  const messages = messagesIn(definitions).sort((a, b) => (a.fullName < b.fullName ? -1 : 1));
  return [
    "// Made by scripts/generate-types.ts from protos/; not edited by hand.",
    "// 64-bit integers are numbers: what we send and read stays below 2^53.",
    'import type { Any } from "./any.ts";',
    "",
    "export interface MessageTypes {",
    ...messages.map((message) => `  readonly "${message.fullName.slice(1)}": ${typeName(message)};`),
    "}",
    "",
    ...messages.filter((message) => typeName(message) !== "Any").flatMap(interfaceOf),
  ].join("\n");
}

function messagesIn(namespace: protobuf.NamespaceBase): protobuf.Type[] {
  return namespace.nestedArray.flatMap((nested) => [
    ...(nested instanceof protobuf.Type ? [nested] : []),
    ...(nested instanceof protobuf.Namespace ? messagesIn(nested) : []),
  ]);
}

function interfaceOf(message: protobuf.Type): string[] {
  return [
    `interface ${typeName(message)} {`,
    ...message.fieldsArray.map(
      (field) => `${remarkOn(field)}  readonly ${field.name}?: ${fieldType(field)} | undefined;`,
    ),
    "}",
    "",
  ];
}

/** Shown by editors: what Envoy will drop, and which fields exclude each other. */
function remarkOn(field: protobuf.Field): string {
  const remarks = [
    ...(field.partOf === null || field.options?.proto3_optional ? [] : [`One of \`${field.partOf.name}\`.`]),
    ...(field.options?.deprecated ? ["@deprecated"] : []),
  ];
  return remarks.length === 0 ? "" : `  /** ${remarks.join(" ")} */\n`;
}

function fieldType(field: protobuf.Field): string {
  const element = elementType(field);
  if (field.map) return `Readonly<Record<string, ${element}>>`;
  return field.repeated ? `readonly ${element.includes(" ") ? `(${element})` : element}[]` : element;
}

function elementType(field: protobuf.Field): string {
  const { resolvedType } = field;
  if (resolvedType instanceof protobuf.Type) return typeName(resolvedType);
  if (resolvedType instanceof protobuf.Enum) {
    return Object.keys(resolvedType.values)
      .map((word) => `"${word}"`)
      .join(" | ");
  }
  if (field.type === "string") return "string";
  if (field.type === "bool") return "boolean";
  return field.type === "bytes" ? "Uint8Array" : "number";
}

/** `.envoy.config.cluster.v3.Cluster` → `envoy_config_cluster_v3_Cluster`: unique, and found by searching. */
function typeName(message: protobuf.Type): string {
  const name = message.fullName.slice(1);
  return name === "google.protobuf.Any" ? "Any" : name.replaceAll(".", "_");
}
