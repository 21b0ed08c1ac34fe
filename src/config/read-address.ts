import type { ListenAddress } from "../base/listen-address.ts";
import { parseListenAddress } from "./listen-address.ts";
import type { Path } from "./path.ts";
import type { Reading } from "./reading.ts";

/** An address of the file, or loopback with the port given for where there is none. */
export function readAddress(
  reading: Reading,
  path: Path,
  value: string | number | undefined,
  port: number,
): ListenAddress {
  if (value === undefined) return { host: "127.0.0.1", port };
  const address = parseListenAddress(value);
  if (address !== undefined) return address;
  reading.fault({
    path,
    message: `is ${JSON.stringify(value)}`,
    expected: 'an address such as "127.0.0.1:8080", or a port',
  });
  return { host: "127.0.0.1", port };
}
