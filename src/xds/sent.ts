import type { Resource } from "../proto/resource.ts";
import { sameResource } from "../proto/resource.ts";
import type { TypeStore } from "../snapshot/type-store.ts";
import type { Whole } from "./wholes.ts";

/** What a client has under a name: the resource, only its version (it told us), or nothing that we know of. */
export type Held = Resource | string | undefined;

/**
 * A client that refused a response may still have taken parts of it, and does not say which: what it has
 * under these names is unlike any version.
 */
export const uncertain: Held = "?";

/** A resource that a client was sent, or that has left (undefined), and what the client had until then. */
export interface Sent {
  readonly resource: Resource | undefined;
  readonly held: Held;
}

/** What a response was about: name by name, or everything that a subscription selects. */
export type SentAll = ReadonlyMap<string, Sent> | Whole;

export function hasAlready(held: Held, resource: Resource): boolean {
  if (typeof held === "string") return held === resource.version;
  return held !== undefined && sameResource(held, resource);
}

/** Name by name, also where it was everything: a client that is sent everything had nothing. */
export function byKey(sent: SentAll, type: TypeStore): ReadonlyMap<string, Sent> {
  if (!isWhole(sent)) return sent;
  return new Map(
    sent.resources.map((resource) => [type.keyOf(resource), { resource, held: undefined }] as const),
  );
}

export function includesKey(sent: SentAll, key: string): boolean {
  return isWhole(sent) || sent.has(key);
}

export function isWhole(sent: SentAll): sent is Whole {
  return !(sent instanceof Map);
}

export function* resourcesIn(sent: ReadonlyMap<string, Sent>): Iterable<Resource> {
  for (const { resource } of sent.values()) if (resource !== undefined) yield resource;
}

/** Notes for the type that a client has accepted these: they may stand for later ones that are refused. */
export function accept(sent: SentAll, type: TypeStore): void {
  if (!isWhole(sent)) {
    for (const resource of resourcesIn(sent)) type.accept(resource);
    return;
  }
  if (sent.accepted) return;
  sent.accepted = true;
  for (const resource of sent.resources) type.accept(resource);
}
