import { hash } from "node:crypto";
import type { Resource } from "../proto/resource.ts";

const modulus = 1n << 64n;

/**
 * What the resources of a type are, as one number: the sum of a digest of each name with its version.
 * A resource is added or taken away without looking at the others, and the order does not matter, so
 * the same resources have the same sum on any replica. Names are in it, so that two resources that
 * exchange their content are a change.
 */
export type ContentSum = bigint;

export const nothing: ContentSum = 0n;

export function plus(sum: ContentSum, key: string, resource: Resource): ContentSum {
  return (sum + digest(key, resource)) % modulus;
}

export function minus(sum: ContentSum, key: string, resource: Resource): ContentSum {
  return (sum + modulus - digest(key, resource)) % modulus;
}

/** The sum as a version: 16 hex characters. */
export function versionOf(sum: ContentSum): string {
  return sum.toString(16).padStart(16, "0");
}

function digest(key: string, { version }: Resource): bigint {
  return BigInt(`0x${hash("sha256", `${key}\0${version}`, "hex").slice(0, 16)}`);
}
