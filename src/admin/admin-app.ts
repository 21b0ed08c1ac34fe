import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { AdminContext } from "./context.ts";

/** The server as routes see it: requests and responses are typed by their schemas. */
export type AdminApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What routes work with. */
export interface RouteContext {
  readonly context: AdminContext;
  readonly clock: Clock;
  readonly log: Log;
}
