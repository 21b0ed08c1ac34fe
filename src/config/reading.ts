import type { Result } from "../base/result.ts";
import type { Source } from "../model/pool.ts";
import type { Fault } from "./check-shape.ts";
import type { ConfigFile } from "./config-schema.ts";
import type { Path } from "./path.ts";

/** What a file's meaning may depend on, beside the file. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => Result<string, string>;
  readonly sourceOf: (path: Path) => Source;
  /** Names as written, also of what had the wrong shape: a reference to one of these is no fault of its own. */
  readonly writtenNames: {
    readonly providers: readonly string[];
    readonly pools: readonly string[];
    /** Undefined without the section. */
    readonly models: readonly string[] | undefined;
    readonly groups: readonly string[] | undefined;
  };
}

/** One reading of one file, and what it found. */
export interface Reading {
  readonly file: ConfigFile;
  readonly around: Surroundings;
  fault(fault: Fault): void;
  /** Of what works, but may not be what is meant. */
  warn(fault: Fault): void;
}
