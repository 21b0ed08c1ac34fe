import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { FindOptions } from "../../../src/launch/find-envoy.ts";

/** A folder that plays the machine: its PATH, its home, its cache. What is not put there does not exist. */
export class FakeMachine {
  readonly root = mkdtempSync(join(tmpdir(), "fairlead-launch-"));
  readonly warnings: string[] = [];
  readonly progress: string[] = [];
  readonly env: Record<string, string> = {};

  /** The PATH has one folder; programs find their shell and its tools behind it. */
  constructor() {
    this.env.PATH = `${join(this.root, "bin")}`;
  }

  get options(): FindOptions {
    return {
      env: this.env,
      home: join(this.root, "home"),
      machine: "linux-x64",
      progress: {
        step: (text) => void this.progress.push(text),
        at: (text) => void this.progress.push(text),
        done: () => {},
      },
      warn: (text) => void this.warnings.push(text),
    };
  }

  get cached(): string {
    return join(this.root, "home/.cache/fairlead/envoy-1.40.0/envoy");
  }

  /** A shell script as a program. */
  script(path: string, body: string): string {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\nPATH=/usr/local/bin:/usr/bin:/bin\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  envoy(path: string, version: string): string {
    return this.script(path, `echo; echo "envoy  version: 0123abcd/${version}/Clean/RELEASE/BoringSSL"`);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
