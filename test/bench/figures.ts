export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? Number.NaN;
}

/** A column's title, and what it shows of a row. */
export type Column<Row> = readonly [title: string, show: (row: Row) => string];

/** As Markdown, to be taken over into a decision as it is. */
export function printTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): void {
  console.log(`| ${columns.map(([title]) => title).join(" | ")} |`);
  console.log(`|${columns.map(() => "---").join("|")}|`);
  for (const row of rows) console.log(`| ${columns.map(([, show]) => show(row)).join(" | ")} |`);
}
