import { z } from "zod";

/** Media type of every error this API answers with (RFC 9457). */
export const problemMediaType = "application/problem+json";

/** Every kind of refusal. The keys are the stable `code`s that clients may switch on; titles may be reworded. */
const kinds = {
  "invalid-request": { status: 400, title: "The request is not valid" },
  "malformed-request": { status: 400, title: "The request cannot be read" },
  unauthorized: { status: 401, title: "A valid token is needed" },
  "host-not-allowed": { status: 403, title: "This Host is not served here" },
  "origin-not-allowed": { status: 403, title: "Another site may not change anything here" },
  "not-found": { status: 404, title: "There is nothing at this path" },
  "pool-not-found": { status: 404, title: "There is no such pool" },
  "endpoint-not-found": { status: 404, title: "There is no such endpoint" },
  "key-not-found": { status: 404, title: "There is no such key" },
  "method-not-allowed": { status: 405, title: "This path does not know the method" },
  "request-timeout": { status: 408, title: "The request did not arrive in time" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "Only application/json is read" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  "headers-too-large": { status: 431, title: "The header fields are too large" },
  "internal-error": { status: 500, title: "Fairlead made a mistake" },
  "keys-unavailable": { status: 503, title: "The files of the keys cannot be used" },
  "not-ready": { status: 503, title: "Not ready" },
  "timed-out": { status: 503, title: "The change was not published in time" },
} as const;

export type ProblemCode = keyof typeof kinds;

const codes = Object.keys(kinds) as [ProblemCode, ...ProblemCode[]];

/** One thing that is wrong with a request. */
const requestFault = z
  .object({
    path: z
      .string()
      .describe("Dotted path in the part of the request that is wrong; empty for the whole of it."),
    message: z.string().describe("What is wrong, and what would be accepted."),
  })
  .describe("One thing that is wrong with the request.");

export type RequestFault = z.output<typeof requestFault>;

export const problemDocument = z
  .object({
    type: z.string().describe("A URI that names the kind of problem; stable."),
    title: z.string().describe("The kind of problem in words; the same for every problem of the kind."),
    status: z.int().describe("The HTTP status, repeated."),
    code: z.enum(codes).describe("The kind of problem as a short word to switch on; stable."),
    detail: z.string().describe("What happened this time, for a person."),
    requestId: z.string().describe("Names this request in Fairlead's log; also in the header x-request-id."),
    errors: z
      .array(requestFault)
      .optional()
      .describe("Everything that is wrong with the request; only with the code invalid-request."),
  })
  .meta({ id: "ProblemDocument", description: "Why a request was refused (RFC 9457)." });

export type ProblemDocument = z.output<typeof problemDocument>;

/** Thrown by a route to end a request with a problem document. `detail` is shown to the client. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly RequestFault[];

  constructor(code: ProblemCode, detail: string, errors: readonly RequestFault[] = []) {
    super(detail);
    this.code = code;
    this.errors = errors;
  }
}

export function statusOf(code: ProblemCode): number {
  return kinds[code].status;
}

export function documentOf(refusal: Refusal, requestId: string): ProblemDocument {
  const { status, title } = kinds[refusal.code];
  return {
    type: `urn:problem-type:fairlead:${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.message,
    requestId,
    ...(refusal.errors.length > 0 && { errors: [...refusal.errors] }),
  };
}

/** The response schemas of the given kinds, as a route's `schema.response` wants them: by status. */
export function problemResponses(...expected: readonly ProblemCode[]): Record<number, ProblemResponse> {
  const everywhere: readonly ProblemCode[] = [
    "unauthorized",
    "host-not-allowed",
    "too-many-requests",
    "internal-error",
  ];
  const byStatus = new Map<number, string[]>();
  for (const code of [...expected, ...everywhere]) {
    const status = statusOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${kinds[code].title} (\`${code}\`).`]);
  }
  const content = { [problemMediaType]: { schema: problemDocument } };
  return Object.fromEntries(
    [...byStatus].map(([status, said]) => [status, { description: said.join(" "), content }]),
  );
}

interface ProblemResponse {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: typeof problemDocument }>>;
}
