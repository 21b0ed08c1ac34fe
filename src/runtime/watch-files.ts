import { basename, resolve } from "node:path";
import { watch } from "chokidar";
import type { Log } from "../base/log.ts";

/**
 * Calls `onChange` after the content of one of the named files in the folder may have changed. The
 * folder is watched and not the files, because editors and Kubernetes replace a file by renaming
 * another over it; a short quiet time lets a half-written file be completed. From `ready` on nothing is missed.
 */
export function watchFiles(
  folder: string,
  names: readonly string[],
  onChange: () => void,
  log: Log,
): { readonly ready: Promise<void>; close(): Promise<void> } {
  const quietMs = 100;
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignoreInitial: true,
    depth: 0,
    ignored: (path) => resolve(path) !== folder && !names.includes(basename(path)),
  });
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quietMs);
  });
  watcher.on("error", (error) =>
    log.error({ folder, files: names, error: String(error) }, "cannot watch the files"),
  );
  const ready = new Promise<void>((resolved) => watcher.once("ready", () => resolved()));
  return {
    ready,
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
