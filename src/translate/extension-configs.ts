import { keyCheck, revocationCheck } from "../gateway/client-auth.ts";
import { keyFilterName, revocationFilterName } from "../gateway/names.ts";
import type { PublishedKeys } from "../model/client-keys.ts";
import type { Desired } from "../model/desired.ts";
import type { Any } from "../proto/any.ts";
import { type Resource, resource } from "../proto/resource.ts";

/**
 * What changes with client keys: which signatures are good, and which ids are revoked. ECDS carries
 * them, so the listener that uses them stays as it is. The same for every group of nodes.
 *
 * @param keys undefined until they are read
 */
export function extensionConfigs(
  { clientKeys }: Pick<Desired, "clientKeys">,
  keys: PublishedKeys | undefined,
): readonly Resource[] {
  if (!clientKeys.required || keys === undefined) return [];
  return [
    extensionConfig(keyFilterName, keyCheck(keys.verification)),
    extensionConfig(revocationFilterName, revocationCheck(keys.revoked)),
  ];
}

function extensionConfig(name: string, typedConfig: Any): Resource {
  const type = "envoy.config.core.v3.TypedExtensionConfig";
  return resource(type, name, { name, typedConfig }, "clientKeys");
}
