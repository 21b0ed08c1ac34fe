import { didYouMean } from "./closest.ts";
import type { ConfigFile } from "./config-schema.ts";
import type { Path } from "./path.ts";
import type { Reading } from "./reading.ts";

export type WrittenModel = NonNullable<ConfigFile["models"]>[string];

/** What says where a model leads; a model has one of them. */
const ways = ["pool", "split", "fallback", "match"] as const;

/** What is wrong with a model by itself; what is wrong with how models go together, `ModelRules` finds. */
export function checkModel(reading: Reading, path: Path, name: string, model: WrittenModel): void {
  if (name === "!")
    reading.fault({ path, atKey: true, message: 'the name "!" is used for bodies that cannot be parsed' });
  if (starsIn(name) > 1) {
    reading.fault({
      path,
      atKey: true,
      message: "has more than one `*` in its name",
      expected: "one at most",
    });
  }
  const written = ways.filter((way) => model[way] !== undefined);
  if (written.length !== 1) {
    const found = written.length === 0 ? "none" : written.map((way) => `\`${way}\``).join(" and ");
    const expected = "exactly one of pool, split, fallback, match";
    reading.fault({ path, atKey: true, ofWhole: true, message: `says ${found}`, expected });
  }
  if (model.upstreamModel !== undefined && model.pool === undefined) {
    const message = "belongs to a `pool`";
    reading.fault({
      path: [...path, "upstreamModel"],
      ofWhole: true,
      message,
      hint: "write it where the pool is named",
    });
  }
  checkUpstreamModel(reading, [...path, "upstreamModel"], name, model.upstreamModel);
  if (model.pool !== undefined) checkPool(reading, [...path, "pool"], model.pool);
  if (model.split !== undefined) checkSplit(reading, [...path, "split"], name, model.split);
  if (model.match !== undefined) checkMatch(reading, [...path, "match"], model.match);
}

function checkPool(reading: Reading, path: Path, pool: string, atKey = false): void {
  const { pools } = reading.around.writtenNames;
  if (pools.includes(pool)) return;
  const hint = didYouMean(pool, pools) ?? "add it under `pools`";
  reading.fault({ path, atKey, message: `there is no pool "${pool}"`, hint });
}

function checkUpstreamModel(reading: Reading, path: Path, name: string, upstream: string | undefined): void {
  if (upstream === undefined || starsIn(upstream) === 0) return;
  if (starsIn(upstream) > 1)
    reading.fault({ path, message: "has more than one `*`", expected: "one at most" });
  else if (starsIn(name) === 0) {
    reading.fault({
      path,
      message: "has a `*`, which stands for what the `*` in the model's name stands for, and there is none",
    });
  }
}

function checkSplit(
  reading: Reading,
  path: Path,
  name: string,
  split: NonNullable<WrittenModel["split"]>,
): void {
  const shares = Object.entries(split);
  if (shares.length === 0)
    reading.fault({ path, ofWhole: true, message: "is empty", expected: "at least one pool" });
  for (const [pool, share] of shares) {
    checkPool(reading, [...path, pool], pool, true);
    if (typeof share === "object")
      checkUpstreamModel(reading, [...path, pool, "upstreamModel"], name, share.upstreamModel);
  }
}

function checkMatch(reading: Reading, path: Path, match: NonNullable<WrittenModel["match"]>): void {
  const earlier = new Map<string, number>();
  for (const [index, { header }] of match.entries()) {
    const headers = Object.entries(header ?? {});
    if (header !== undefined && headers.length === 0)
      reading.fault({ path: [...path, index, "header"], message: "names no header" });
    for (const [name] of headers) checkHeader(reading, [...path, index, "header", name], name);
    const key = JSON.stringify(headers.map(([name, value]) => [name.toLowerCase(), value]).sort());
    const before = earlier.get("[]") ?? earlier.get(key);
    if (before !== undefined) {
      const message = `is never reached: entry ${before + 1} has every request that it fits`;
      reading.fault({ path: [...path, index], message, hint: "put it first, or remove it" });
    }
    if (!earlier.has(key)) earlier.set(key, index);
  }
  if (match.at(-1)?.header !== undefined) {
    const message = "has no entry for requests whose headers do not fit";
    reading.fault({ path, message, hint: "end it with { model: … } without `header`" });
  }
}

function checkHeader(reading: Reading, path: Path, name: string): void {
  const reason = neverThere(name.toLowerCase());
  if (reason !== undefined) reading.fault({ path, atKey: true, message: reason });
}

/** Why a client's header never fits, or must not be asked for. */
function neverThere(name: string): string | undefined {
  if (!/^[a-z0-9!#$%&'*+.^`|~-]+$/.test(name)) return "is no name of a header; letters, digits and `-`";
  if (/^x-(envoy|fairlead)-/.test(name))
    return "is taken away from every request: such headers steer the gateway";
  if (credentials.has(name)) return "holds a credential, and this file must not";
  return undefined;
}

const credentials: ReadonlySet<string> = new Set([
  "authorization",
  "proxy-authorization",
  "x-api-key",
  "api-key",
  "cookie",
]);

export function starsIn(text: string): number {
  return text.split("*").length - 1;
}
