import { join } from "node:path";
import { envoyVersion } from "./envoy-version.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Where fetched programs are kept: FAIRLEAD_CACHE_DIR, else `fairlead` in the user's cache folder. */
export function cacheFolder(env: Env, home: string): string {
  const own = env.FAIRLEAD_CACHE_DIR;
  if (own !== undefined && own !== "") return own;
  const shared = env.XDG_CACHE_HOME;
  return join(shared?.startsWith("/") ? shared : join(home, ".cache"), "fairlead");
}

/** The cached Envoy: a folder per version, so that releases of Fairlead can live side by side. */
export function cachedEnvoy(folder: string): string {
  return join(folder, `envoy-${envoyVersion}`, "envoy");
}
