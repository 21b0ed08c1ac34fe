import type { Desired } from "../model/desired.ts";
import type { Fault } from "./check-shape.ts";
import type { ConfigFile } from "./config-schema.ts";
import { readClientKeys } from "./read-client-keys.ts";
import { readGateway } from "./read-gateway.ts";
import { readGroups } from "./read-groups.ts";
import { readKept, readModels } from "./read-models.ts";
import { readPools } from "./read-pools.ts";
import { readProviders } from "./read-providers.ts";
import { readAdmin } from "./read-servers.ts";
import { readXds } from "./read-xds.ts";
import type { Reading, Surroundings } from "./reading.ts";

export interface Meant {
  readonly desired: Desired;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** From the file's words to what they mean, with the faults that only meaning shows. */
export function toDesired(file: ConfigFile, around: Surroundings): Meant {
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  const reading: Reading = {
    file,
    around,
    fault: (fault) => faults.push(fault),
    warn: (fault) => warnings.push(fault),
  };
  const gateway = readGateway(reading);
  const providers = readProviders(reading);
  const pools = readPools(reading, providers);
  const desired: Desired = {
    gateway,
    clientKeys: readClientKeys(reading, gateway.listen),
    xds: readXds(reading),
    admin: readAdmin(reading),
    providers,
    pools,
    models: readModels(reading, pools),
    groups: readGroups(reading),
    places: {
      gateway: around.sourceOf(["gateway"]),
      listen: around.sourceOf(["gateway", "listen"]),
      clientKeys: around.sourceOf(["clientKeys"]),
      trustedCa: around.sourceOf(["gateway", "trustedCa"]),
      models: around.sourceOf([file.models === undefined ? "pools" : "models"]),
    },
  };
  readKept(reading);
  return { desired, faults, warnings };
}
