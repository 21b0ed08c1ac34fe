/** Where a value is in the file: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** `pools.gpt-4.1.endpoints[1].weight`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}
