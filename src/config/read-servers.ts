import { isLoopback } from "../base/listen-address.ts";
import type { Desired } from "../model/desired.ts";
import { readAddress } from "./read-address.ts";
import { readSecret } from "./read-secret.ts";
import type { Reading } from "./reading.ts";

export function readAdmin(reading: Reading): Desired["admin"] {
  const { admin = {} } = reading.file;
  const listen = readAddress(reading, ["admin", "listen"], admin.listen, 8_090);
  const token = admin.token === undefined ? undefined : readSecret(reading, ["admin", "token"], admin.token);
  if (!isLoopback(listen.host) && admin.token === undefined) {
    reading.fault({
      path: ["admin", "listen"],
      message: `${listen.host} can be reached from other machines, and there is no token`,
      hint: "write `token: { env: NAME }` beside it",
    });
  }
  return { listen, token };
}
