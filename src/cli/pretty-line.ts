import { stripVTControlCharacters } from "node:util";

const levels: ReadonlyMap<unknown, { readonly word: string; readonly color: string }> = new Map([
  [20, { word: "debug", color: "90" }],
  [30, { word: "info ", color: "36" }],
  [40, { word: "warn ", color: "33" }],
  [50, { word: "error", color: "31" }],
  [60, { word: "fatal", color: "31" }],
]);

/** Members of every log line that have a place of their own, or none. */
const placed: ReadonlySet<string> = new Set(["level", "time", "msg", "pid", "hostname"]);

/** A line of the JSON log for people: `10:42:07 warn  endpoint is unhealthy  pool=gpt-4.1 endpoint=gpt-4.1-1`. */
export function prettyLine(json: string, color: boolean): string {
  const entry = JSON.parse(json) as Readonly<Record<string, unknown>>;
  const level = levels.get(entry.level) ?? { word: "     ", color: "0" };
  const paint = (code: string, text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const fields = Object.entries(entry).filter(([name]) => !placed.has(name));
  const head = `${paint("90", clockOf(entry.time))} ${paint(level.color, level.word)} ${clean(String(entry.msg ?? ""))}`;
  const short = fields
    .filter(([, value]) => !Array.isArray(value))
    .map(([name, value]) => `${name}=${clean(shown(value))}`);
  const long = fields.flatMap(([, value]) =>
    Array.isArray(value) ? value.map((one) => `\n    ${clean(shown(one))}`) : [],
  );
  return `${head}${short.length === 0 ? "" : `  ${paint("90", short.join(" "))}`}${long.join("")}\n`;
}

function clockOf(time: unknown): string {
  return new Date(Number(time)).toTimeString().slice(0, 8);
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What backends and Envoys say ends up in the log: it must not be able to steer the terminal. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return stripVTControlCharacters(text).replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
}
