import type { Resource } from "../proto/resource.ts";
import type { TypeStore } from "../snapshot/type-store.ts";
import { type Diff, diff } from "./diff.ts";
import { noNames } from "./name-set.ts";
import { type Held, resourcesIn, type Sent, type SentAll } from "./sent.ts";
import { type Standing, selected } from "./standing.ts";
import { wholeOf } from "./wholes.ts";

/** What is to be sent. */
export interface Owed {
  readonly version: string;
  readonly resources: readonly Resource[];
  /** Delta: names that are not there (any more). */
  readonly removed: readonly string[];
  readonly heartbeats: readonly Resource[];
  /** Keys whose resource is new or another one for the client; undefined on a first sync, where all are. */
  readonly changed: readonly string[] | undefined;
  /** Names everything selected, where this is that (`wholes.ts`). */
  readonly whole: string | undefined;
}

/** A response that is owed, with what it is about. */
export interface Composed {
  readonly sent: SentAll;
  /** It tries a part of what was refused. */
  readonly trial: boolean;
  readonly owed: Omit<Owed, "version">;
}

const nothing: ReadonlyMap<string, never> = new Map<string, never>();

/** What is owed because it was asked for or has changed; it counts as paid then. Undefined when nothing is. */
export function composeOwed(
  standing: Standing,
  type: TypeStore,
  holdRemovals: boolean,
  neverUsed: (key: string) => boolean,
): Composed | undefined {
  const { debts, fullState } = standing;
  if (!debts.any) return undefined;
  if (debts.whole && debts.none) return everythingAtFirst(standing, type);
  if (debts.whole && !fullState) spellOut(standing, type);
  const differing = diff(standing, type, holdRemovals, neverUsed);
  debts.keep(differing.kept);
  return fullState ? everythingNow(standing, type, differing) : nameByName(standing, differing);
}

/** The next part of what was refused, when it is time. */
export function composeTrial(standing: Standing, type: TypeStore, nowMs: number): Composed | undefined {
  const tried = standing.refusals.nextTrial(nowMs);
  if (tried === undefined || tried.size === 0) return undefined;
  if (standing.fullState) return { ...fullResponse(standing, type, tried, nothing), trial: true };
  return {
    sent: tried,
    trial: true,
    owed: { ...bare, resources: [...resourcesIn(tried)], changed: [...tried.keys()] },
  };
}

/** Renews times to live, without the bodies for who understands that. Where a response is everything, so is this. */
export function composeHeartbeat(standing: Standing, type: TypeStore): Composed | undefined {
  const { debts, refusals, fullState, dialect, rules } = standing;
  const renewed = new Set<Resource>();
  for (const key of debts.takeBeats()) {
    const resource = refusals.get(key) === undefined ? type.get(key) : undefined;
    if (resource !== undefined) renewed.add(resource);
  }
  if (renewed.size === 0) return undefined;
  const all = fullState ? fullResponse(standing, type, nothing, nothing).owed.resources : [];
  const owed =
    dialect === "sotw" && rules.heartbeatsHaveBodies
      ? { ...bare, resources: [...new Set([...all, ...renewed])] }
      : { ...bare, resources: all.filter((one) => !renewed.has(one)), heartbeats: [...renewed] };
  return { sent: nothing, trial: false, owed };
}

const bare: Composed["owed"] = { resources: [], removed: [], heartbeats: [], changed: [], whole: undefined };

/** A first sync. */
function everythingAtFirst(standing: Standing, type: TypeStore): Composed | undefined {
  const { debts, dialect, fullState, subscription } = standing;
  const whole = wholeOf(type, subscription.wildcard ? undefined : subscription.set);
  const removed = dialect === "delta" ? whole.missing : [];
  const { answer } = debts;
  debts.whole = false;
  if (whole.resources.length === 0 && removed.length === 0 && !answer && !fullState) return undefined;
  debts.answer = false;
  const owed = { ...bare, resources: whole.resources, removed, changed: undefined, whole: whole.key };
  return { sent: whole, trial: false, owed };
}

/** Listeners and clusters in state of the world: if anything is owed, all is sent. */
function everythingNow(standing: Standing, type: TypeStore, { sent, kept }: Diff): Composed | undefined {
  const { debts } = standing;
  if (!debts.answer && sent.size === 0) return undefined;
  debts.answer = false;
  return fullResponse(standing, type, sent, kept);
}

function fullResponse(
  standing: Standing,
  type: TypeStore,
  sent: ReadonlyMap<string, Sent>,
  kept: ReadonlyMap<string, Held>,
): Composed {
  const { refusals, subscription } = standing;
  const { wildcard, set } = subscription;
  const changed = [...sent].filter(([, { resource }]) => resource !== undefined).map(([key]) => key);
  if (refusals.size === 0 && kept.size === 0 && (set === noNames || !wildcard)) {
    const whole = wholeOf(type, wildcard ? undefined : set);
    return { sent, trial: false, owed: { ...bare, resources: whole.resources, changed, whole: whole.key } };
  }
  const resources = new Set<Resource>();
  for (const key of selected(standing, type)) {
    const refused = refusals.get(key);
    const resource = refused === undefined ? type.get(key) : insteadOf(standing, key, refused, type);
    if (resource !== undefined) resources.add(resource);
  }
  for (const held of kept.values()) if (typeof held === "object") resources.add(held);
  return { sent, trial: false, owed: { ...bare, resources: [...resources], changed } };
}

/** What stands for a refused resource where absence would remove it: what the client, or any other, accepted last. */
function insteadOf(
  { holdsUnknown }: Standing,
  key: string,
  refused: Sent,
  type: TypeStore,
): Resource | undefined {
  if (typeof refused.held === "object") return refused.held;
  return type.lastGood(key) ?? (holdsUnknown ? refused.resource : undefined);
}

function nameByName({ debts, dialect }: Standing, { sent }: Diff): Composed | undefined {
  const resources: Resource[] = [];
  const removed: string[] = [];
  for (const [key, { resource, held }] of sent) {
    if (resource !== undefined) resources.push(resource);
    else if (dialect === "delta") removed.push(typeof held === "object" ? held.name : key);
  }
  if (resources.length === 0 && removed.length === 0 && !debts.answer) return undefined;
  debts.answer = false;
  return { sent, trial: false, owed: { ...bare, resources, removed, changed: [...sent.keys()] } };
}

/** A first sync that has exceptions already: name by name. */
function spellOut(standing: Standing, type: TypeStore): void {
  const { debts, refusals } = standing;
  debts.whole = false;
  for (const selectedKey of selected(standing, type)) {
    const key = type.ownerOf(selectedKey);
    if (!debts.has(key) && refusals.get(key) === undefined) debts.force(key, undefined);
  }
}
