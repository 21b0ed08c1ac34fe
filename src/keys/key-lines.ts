import type { ClientKey } from "../model/client-keys.ts";

/** A key that was issued, and the signing key that its token has. */
export interface Issued {
  readonly key: Omit<ClientKey, "revokedMs">;
  readonly kid: string;
}

export interface Revoked {
  readonly id: string;
  readonly revokedMs: number;
  /** When the key itself ends; from then on nobody needs to be told. */
  readonly expiresMs: number;
}

export function issuedLine({ key, kid }: Issued): string {
  const { id, name, team, models, createdMs, expiresMs } = key;
  return JSON.stringify({ id, name, team, models, created: iso(createdMs), expires: iso(expiresMs), kid });
}

export function revokedLine({ id, revokedMs, expiresMs }: Revoked): string {
  return JSON.stringify({ id, revoked: iso(revokedMs), expires: iso(expiresMs) });
}

/** Undefined for a line that a crash cut short: what it was to say was never confirmed to anybody. */
export function issuedIn(line: string): Issued | undefined {
  const read = objectIn(line);
  const { id, name, team, models, kid } = read;
  const [createdMs, expiresMs] = [msOf(read.created), msOf(read.expires)];
  if (!isText(id) || !isText(name) || !isText(kid) || createdMs === undefined || expiresMs === undefined)
    return undefined;
  if (!Array.isArray(models) || !models.every(isText)) return undefined;
  return { key: { id, name, team: isText(team) ? team : undefined, models, createdMs, expiresMs }, kid };
}

/** As above. */
export function revokedIn(line: string): Revoked | undefined {
  const read = objectIn(line);
  const [revokedMs, expiresMs] = [msOf(read.revoked), msOf(read.expires)];
  if (!isText(read.id) || revokedMs === undefined || expiresMs === undefined) return undefined;
  return { id: read.id, revokedMs, expiresMs };
}

function objectIn(line: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(line);
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function msOf(value: unknown): number | undefined {
  const ms = isText(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
