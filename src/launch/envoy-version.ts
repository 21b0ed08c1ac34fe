/** The Envoy this release was tested with: fetched when there is none, and run from Docker. */
export const envoyVersion = "1.40.0";

/**
 * The oldest Envoy that takes what Fairlead sends. Older ones refuse the listener: `matcher` directly in
 * the `composite` filter came with 1.40.
 */
const oldestVersion = "1.40.0";

/** The version in what `envoy --version` prints: `envoy  version: <commit>/1.40.0/Clean/RELEASE/BoringSSL`. */
export function versionIn(output: string): string | undefined {
  return /version: [0-9a-f]+\/(\d+\.\d+\.\d+)(?:-[\w.]+)?\//.exec(output)?.[1];
}

/** Why an Envoy of this version cannot be used; undefined when it can. */
export function tooOld(version: string): string | undefined {
  return compare(version, oldestVersion) < 0
    ? `it is Envoy ${version}, and Fairlead needs ${oldestVersion} or newer`
    : undefined;
}

/** Negative when `a` is older than `b`. */
function compare(a: string, b: string): number {
  const theirs = b.split(".").map(Number);
  const difference = a.split(".").map((part, index) => Number(part) - (theirs[index] ?? 0));
  return difference.find((step) => step !== 0) ?? 0;
}
