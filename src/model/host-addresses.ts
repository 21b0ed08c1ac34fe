import type { EndpointId, Pool } from "./pool.ts";

export interface HostAddress {
  /** Literal, without brackets. */
  readonly address: string;
  readonly port: number;
}

/**
 * No machine has it and no packet is ever sent to it: the operating system refuses the attempt at once. Envoy then
 * goes on to the next address that it has of the host.
 */
const nowhere = "255.255.255.255";

/**
 * Where Envoy finds each endpoint, the first address first; empty while a name is not resolved. Envoy tells the
 * hosts of a cluster apart by their first address alone, and drops all but the first host that has it. So endpoints
 * that live at one address (the same server with two paths) get another one before it that is each one's own.
 *
 * @param addressesOf literal addresses of a host, in the order in which they are to be tried
 */
export function hostAddresses(
  { endpoints }: Pool,
  addressesOf: (host: string) => readonly string[],
): ReadonlyMap<EndpointId, readonly HostAddress[]> {
  const taken = new Set<string>();
  return new Map(
    endpoints.map(({ id, url: { host, port } }, index) => {
      const real = addressesOf(host).map((address) => ({ address, port }));
      const [first] = real;
      if (first === undefined) return [id, real] as const;
      const key = `${first.address} ${first.port}`;
      const isTaken = taken.has(key);
      taken.add(key);
      // The port is free to tell them apart: there are at most 10,000 endpoints in a pool.
      return [id, isTaken ? [{ address: nowhere, port: index + 1 }, ...real] : real] as const;
    }),
  );
}
