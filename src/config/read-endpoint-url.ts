import type { EndpointUrl } from "../model/pool.ts";
import { parseEndpointUrl } from "./endpoint-url.ts";
import type { Path } from "./path.ts";
import type { Reading } from "./reading.ts";

export function readEndpointUrl(
  reading: Reading,
  path: Path,
  url: string | undefined,
  provider: string | undefined,
): EndpointUrl | undefined {
  if (url !== undefined) return readUrl(reading, [...path, "url"], url);
  const base = provider === undefined ? undefined : reading.file.providers?.[provider]?.baseUrl;
  if (base === undefined) {
    const hint = "or name a provider that has a `baseUrl`";
    reading.fault({
      path: [...path, "url"],
      message: "is missing",
      expected: "a URL such as https://api.example.com/v1",
      hint,
    });
    return undefined;
  }
  const parsed = parseEndpointUrl(base);
  return parsed.ok ? parsed.value : undefined;
}

export function readUrl(reading: Reading, path: Path, text: string): EndpointUrl | undefined {
  const parsed = parseEndpointUrl(text);
  if (parsed.ok) return parsed.value;
  reading.fault({ path, ...parsed.error });
  return undefined;
}
