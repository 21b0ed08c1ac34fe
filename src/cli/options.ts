import { Option } from "commander";
import { logFormats, logLevels } from "./logger.ts";
import { parseAddress } from "./parse-address.ts";

/** Options that several commands share. Each can also be given by its variable. */
export function configOption(): Option {
  return new Option("-c, --config <file>", "configuration file").env("FAIRLEAD_CONFIG");
}

export function xdsOption(text: string): Option {
  return new Option("--xds <host:port>", text).argParser(parseAddress).env("FAIRLEAD_XDS");
}

export function adminOption(text: string): Option {
  return new Option("--admin <host:port>", text).argParser(parseAddress).env("FAIRLEAD_ADMIN");
}

export function envoyAdminOption(flags: string): Option {
  return new Option(flags, "where Envoy's own admin interface listens (default: 127.0.0.1:9901)")
    .argParser(parseAddress)
    .env("FAIRLEAD_ENVOY_ADMIN");
}

export function logFormatOption(): Option {
  return new Option("--log-format <format>", "how the log looks (default: pretty on a terminal, else json)")
    .choices(logFormats)
    .env("FAIRLEAD_LOG_FORMAT");
}

export function logLevelOption(): Option {
  return new Option("--log-level <level>", "the least that is logged")
    .choices(logLevels)
    .default("info")
    .env("FAIRLEAD_LOG_LEVEL");
}
