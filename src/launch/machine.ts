/** What this process runs on, in the words of the wheel table: `linux-x64`, `darwin-arm64`, `linux-x64-musl`. */
export function thisMachine(): string {
  const machine = `${process.platform}-${process.arch}`;
  return process.platform === "linux" && !hasGlibc() ? `${machine}-musl` : machine;
}

/** Node itself is linked against the C library of its platform, and says against which. */
function hasGlibc(): boolean {
  const report = process.report.getReport() as {
    readonly header?: { readonly glibcVersionRuntime?: string };
  };
  return report.header?.glibcVersionRuntime !== undefined;
}
