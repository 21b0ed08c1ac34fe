import { routeConfigurationName } from "../gateway/names.ts";
import { routes } from "../gateway/routes.ts";
import { withUsageOf } from "../gateway/usage-routes.ts";
import type { Desired } from "../model/desired.ts";
import { type Resource, resource } from "../proto/resource.ts";

/** Envoy's default of 4 KiB for a direct response is a model list of about 50 models. */
const maxDirectResponseBytes = 1_048_576;

/** One virtual host with the routes of all models. Depends on models and pools' shape, never on health or weights. */
export function routeConfiguration(desired: Desired): Resource {
  return resource(
    "envoy.config.route.v3.RouteConfiguration",
    routeConfigurationName,
    {
      name: routeConfigurationName,
      maxDirectResponseBodySizeBytes: { value: maxDirectResponseBytes },
      virtualHosts: [
        {
          name: "openai",
          domains: ["*"],
          // How much of a body is kept to send it again; as much as is accepted.
          requestBodyBufferLimit: { value: desired.gateway.maxRequestBytes },
          routes: routes(desired).map((route) => withUsageOf(route, desired)),
        },
      ],
    },
    "models",
  );
}
