/** A route as it was registered: `url` may have `:parameters` and end in `*`. */
export interface KnownRoute {
  readonly method: string;
  readonly url: string;
}

/** The methods that some route knows for a path, sorted; empty when nothing is there (then it is a 404, not a 405). */
export function allowedMethods(routes: readonly KnownRoute[], path: string): readonly string[] {
  const methods = routes.filter((route) => matches(route.url, path)).map((route) => route.method);
  return [...new Set(methods)].sort();
}

function matches(url: string, path: string): boolean {
  const wanted = url.split("/");
  const found = path.split("/");
  for (const [index, segment] of wanted.entries()) {
    if (segment === "*") return found.length > index;
    const value = found[index];
    if (value === undefined) return false;
    if (segment.startsWith(":") ? value === "" : segment !== value) return false;
  }
  return found.length === wanted.length;
}
