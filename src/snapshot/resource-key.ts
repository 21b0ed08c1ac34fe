/**
 * What a resource name is compared by. A plain name is itself. An `xdstp:` name is compared in its
 * parts, so that two spellings of one name are one: context parameters in any order, needless percent
 * signs gone, directives (`#…`) left out (xds/core/v3/resource_name.proto, xRFC TP1).
 */
export function resourceKey(name: string): string {
  if (!name.startsWith(scheme)) return name;
  const [beforeDirectives = ""] = name.slice(scheme.length).split("#", 1);
  const question = beforeDirectives.indexOf("?");
  const path = question < 0 ? beforeDirectives : beforeDirectives.slice(0, question);
  const parameters = question < 0 ? [] : beforeDirectives.slice(question + 1).split("&");
  const sorted = parameters
    .filter((parameter) => parameter !== "")
    .map(pair)
    .sort();
  return `${scheme}${path.split("/").map(segment).join("/")}${sorted.length === 0 ? "" : `?${sorted.join("&")}`}`;
}

/**
 * The glob collection that a key belongs to: the same with `*` for its last path segment. Undefined for
 * a plain name, which belongs to none.
 */
export function collectionOf(key: string): string | undefined {
  if (!key.startsWith(scheme)) return undefined;
  const question = key.indexOf("?");
  const path = question < 0 ? key : key.slice(0, question);
  return `${path.slice(0, path.lastIndexOf("/"))}/*${question < 0 ? "" : key.slice(question)}`;
}

/** Whether a key names a collection and not one resource. */
export function isCollection(key: string): boolean {
  return key.startsWith(scheme) && collectionOf(key) === key;
}

const scheme = "xdstp://";

function pair(parameter: string): string {
  const equals = parameter.indexOf("=");
  if (equals < 0) return segment(parameter);
  return `${segment(parameter.slice(0, equals))}=${segment(parameter.slice(equals + 1))}`;
}

/** One spelling for each text; what is no valid encoding stays as it came. */
function segment(text: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(text)).replaceAll("%3A", ":").replaceAll("%2A", "*");
  } catch {
    return text;
  }
}
