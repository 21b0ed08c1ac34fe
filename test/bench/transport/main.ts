import { writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Column, printTable } from "../figures.ts";
import { type Case, type Figures, Side } from "./side.ts";

const help = `npm run bench:transport -- [options]

What it costs to serve gRPC streams with @grpc/grpc-js and with src/grpc over node:http2: a server pushes
one message to N streams, one TCP connection a stream, and each client answers with 70 bytes. Nothing of
xDS. Both servers run beside each other and take turns, so that a noisy machine is as noisy for both.
The command to push, about 0.1 ms, is counted with the deliveries: with 10 streams a third of the figure.

  --cases LIST    streams/bytes of the message   (default: 10/500,100/500,1000/500,100/285000,1000/285000)
  --pushes N      pushes measured for each case  (default: as many as make 5000 deliveries, 20 at least)
  --json FILE     where to write the figures, too
`;

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "10/500,100/500,1000/500,100/285000,1000/285000" },
    pushes: { type: "string" },
    json: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  },
});

interface Comparison extends Case {
  readonly pushes: number;
  readonly grpcJs: Figures;
  readonly ours: Figures;
}

if (values.help) console.log(help);
else await main();

async function main(): Promise<void> {
  if (values.pushes !== undefined && !(Number(values.pushes) >= 1))
    throw new Error(`"${values.pushes}" is not a number of pushes`);
  const comparisons: Comparison[] = [];
  for (const one of values.cases.split(",")) {
    process.stderr.write(`${one} …\n`);
    const [streams = Number.NaN, bytes = Number.NaN] = one.split("/").map(Number);
    if (!(streams >= 1 && bytes >= 1)) throw new Error(`"${one}" is not streams/bytes`);
    comparisons.push(await compare({ streams, bytes }));
  }
  print(comparisons);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(comparisons, null, 2)}\n`);
}

async function compare(one: Case): Promise<Comparison> {
  const pushes = values.pushes === undefined ? pushesFor(one, 5_000, 20) : Number(values.pushes);
  const sides: Side[] = [];
  try {
    const grpcJs = await Side.start("server-grpc-js.ts", one);
    sides.push(grpcJs);
    const ours = await Side.start("server-ours.ts", one);
    sides.push(ours);
    // As many for both. V8 compiles once more after some 10,000 deliveries: not while we measure.
    for (let push = 0; push < pushesFor(one, 30_000, 5); push += 1)
      for (const side of sides) await side.push({ quietMs: 1 });
    await pause(500);
    for (const side of sides) side.begin();
    for (let push = 0; push < pushes; push += 1) for (const side of sides) await side.push({ quietMs: 20 });
    // What is collected late is part of the work.
    await pause(500);
    for (const side of sides) await side.allAnswered();
    const figures = { grpcJs: grpcJs.figures(pushes), ours: ours.figures(pushes) };
    return {
      ...one,
      pushes,
      grpcJs: { ...figures.grpcJs, peakRssMiB: await grpcJs.peakRssMiB() },
      ours: { ...figures.ours, peakRssMiB: await ours.peakRssMiB() },
    };
  } finally {
    for (const side of sides) await side.stop();
  }
}

function pushesFor({ streams }: Case, deliveries: number, atLeast: number): number {
  return Math.max(atLeast, Math.ceil(deliveries / streams));
}

function print(comparisons: readonly Comparison[]): void {
  const compared = (
    title: string,
    digits: number,
    figure: (figures: Figures) => number,
  ): Column<Comparison> => [
    title,
    ({ grpcJs, ours }) => {
      const [theirs, own] = [figure(grpcJs), figure(ours)];
      return `${theirs.toFixed(digits)} / ${own.toFixed(digits)} = ${(theirs / own).toFixed(1)}`;
    },
  ];
  console.log("grpc-js / ours = ratio\n");
  printTable(
    [
      ["streams", ({ streams }) => `${streams}`],
      ["bytes", ({ bytes }) => `${bytes}`],
      compared("CPU per delivery µs", 0, ({ cpuPerDeliveryUs }) => cpuPerDeliveryUs),
      compared("arrival p50 ms", 1, ({ arrivalP50Ms }) => arrivalP50Ms),
      compared("arrival p99 ms", 1, ({ arrivalP99Ms }) => arrivalP99Ms),
      compared("RSS per stream KiB", 0, ({ rssPerStreamKiB }) => rssPerStreamKiB),
      compared("peak RSS of a push MiB", 0, ({ peakRssMiB }) => peakRssMiB),
    ],
    comparisons,
  );
}
