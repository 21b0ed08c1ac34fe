import { isIP } from "node:net";
import type { ListenAddress } from "../base/listen-address.ts";
import type { Desired } from "../model/desired.ts";
import type { ConfigFile } from "./config-schema.ts";
import { durationMs } from "./duration.ts";
import { readAddress } from "./read-address.ts";
import { contentOf } from "./read-secret.ts";
import type { Reading } from "./reading.ts";
import { sizeBytes } from "./size.ts";

export function readGateway(reading: Reading): Desired["gateway"] {
  const { gateway = {} } = reading.file;
  const { timeouts = {} } = gateway;
  const ms = (value: string | undefined, otherwise: number) =>
    value === undefined ? otherwise : durationMs(value);
  const times = {
    connectMs: ms(timeouts.connect, 10_000),
    firstTokenMs: ms(timeouts.firstToken, 30_000),
    perTryMs: ms(timeouts.perTry, 120_000),
    streamIdleMs: ms(timeouts.streamIdle, 60_000),
    totalMs: ms(timeouts.total, 600_000),
  };
  for (const [key, value] of Object.entries(timeouts)) {
    const path = ["gateway", "timeouts", key];
    if (value !== undefined && durationMs(value) === 0) {
      reading.fault({ path, message: "is 0", expected: "a duration longer than 0" });
    }
  }
  if (timeouts.total !== undefined) {
    for (const key of ["connect", "firstToken", "perTry", "streamIdle"] as const) {
      const value = timeouts[key];
      if (value === undefined || durationMs(value) <= times.totalMs) continue;
      const message = `is longer than total (${timeouts.total}), and so never reached`;
      reading.warn({ path: ["gateway", "timeouts", key], message });
    }
  }
  const maxRequestBytes = sizeBytes(gateway.maxRequestBytes ?? "20MiB");
  if (maxRequestBytes < 1_024 || maxRequestBytes > 1_073_741_824) {
    const path = ["gateway", "maxRequestBytes"];
    reading.fault({ path, message: `is ${gateway.maxRequestBytes}`, expected: "a size from 1KiB to 1GiB" });
  }
  return {
    listen: gatewayListen(reading, gateway.listen),
    maxRequestBytes,
    timeouts: times,
    trustedCa: trustedCa(reading, gateway.trustedCa),
  };
}

/** Envoy binds to literal addresses only. */
function gatewayListen(reading: Reading, value: string | number | undefined): ListenAddress {
  const path = ["gateway", "listen"];
  const { host, port } = readAddress(reading, path, value, 8080);
  if (host === "localhost") return { host: "127.0.0.1", port };
  if (isIP(host) === 0) {
    reading.fault({
      path,
      message: `${host} is a name`,
      expected: "an IP address, which is what Envoy binds to",
    });
  }
  return { host, port };
}

function trustedCa(reading: Reading, source: NonNullable<ConfigFile["gateway"]>["trustedCa"]): string {
  if (source === undefined) return "";
  const path = ["gateway", "trustedCa"];
  const pem = contentOf(reading, path, source);
  if (pem === undefined || pem.includes("-----BEGIN CERTIFICATE-----")) return pem ?? "";
  reading.fault({ path, message: "holds no certificate", expected: "PEM: -----BEGIN CERTIFICATE-----" });
  return "";
}
