import {
  hasZodFastifySchemaValidationErrors,
  type ZodFastifySchemaValidationError,
} from "fastify-type-provider-zod";
import { type ProblemCode, Refusal, type RequestFault } from "./problem-document.ts";

/**
 * What a client may hear about an error. Anything that is not plainly the client's doing becomes an
 * `internal-error` that says nothing: messages and stacks of our own mistakes belong in the log only.
 */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const faults = error.validation.flatMap(faultsOf);
    const part = error.validationContext ?? "request";
    return new Refusal("invalid-request", `the ${part} has ${countOf(faults.length)}`, faults);
  }
  const { statusCode, message } = fieldsOf(error);
  const known = byStatus[statusCode];
  if (known === undefined)
    return new Refusal("internal-error", "the details are in the log, under the request id");
  return new Refusal(known, detailOf[known] ?? message);
}

const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: "malformed-request",
  401: "unauthorized",
  408: "request-timeout",
  413: "body-too-large",
  415: "unsupported-media-type",
  429: "too-many-requests",
  431: "headers-too-large",
};

/** Where the framework's own words would puzzle an operator, or tell a stranger too much. */
const detailOf: Partial<Record<ProblemCode, string>> = {
  unauthorized: "send the admin token as `authorization: Bearer …`",
  "unsupported-media-type": "send the body as `content-type: application/json`",
};

function faultsOf(issue: ZodFastifySchemaValidationError): RequestFault[] {
  const path = issue.instancePath.split("/").filter(Boolean).join(".");
  const unknownKeys = issue.params.keys;
  if (issue.keyword === "unrecognized_keys" && Array.isArray(unknownKeys)) {
    return unknownKeys.map((key) => ({
      path: path === "" ? `${key}` : `${path}.${key}`,
      message: "is not known here",
    }));
  }
  return [{ path, message: issue.message ?? "is not valid" }];
}

function countOf(faults: number): string {
  return faults === 1 ? "one fault" : `${faults} faults`;
}

function fieldsOf(error: unknown): { readonly statusCode: number; readonly message: string } {
  if (!(error instanceof Error)) return { statusCode: 500, message: "" };
  const statusCode = "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : 500;
  return { statusCode, message: error.message };
}
