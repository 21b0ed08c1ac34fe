import { mkdirSync } from "node:fs";
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import { err, ok, type Result } from "../base/result.ts";
import { type KeyStore, revokedFile, signingFile } from "../keys/key-store.ts";
import { keyFolder, openKeys } from "../keys/open-keys.ts";
import type { ClientKeySettings, PublishedKeys } from "../model/client-keys.ts";
import type { Desired } from "../model/desired.ts";
import { watchFiles } from "./watch-files.ts";

interface FollowedKeysOptions {
  readonly configFile: string;
  readonly log: Log;
  readonly clock: Clock;
  onChange(keys: PublishedKeys): void;
}

/**
 * The keys of the running configuration, read again whenever a process revokes or rotates some, and
 * when the time of a revoked one is over anyway. While they cannot be read, the last ones stay.
 */
export class FollowedKeys {
  readonly #options: FollowedKeysOptions;
  #store: KeyStore;
  #settings: string | undefined;
  #published: string | undefined;
  #watcher: { close(): Promise<void> } | undefined;

  constructor(settings: ClientKeySettings, options: FollowedKeysOptions) {
    this.#options = options;
    this.#store = openKeys(settings, options.configFile);
  }

  get store(): KeyStore {
    return this.#store;
  }

  /** Reads what a configuration needs before it may be taken; undefined when it needs none. An error is words. */
  read({ clientKeys }: Pick<Desired, "clientKeys">): Result<PublishedKeys | undefined, string> {
    if (!clientKeys.required) return ok(undefined);
    try {
      return ok(this.#readFrom(openKeys(clientKeys, this.#options.configFile)));
    } catch (error) {
      return err(error instanceof Error ? error.message : String(error));
    }
  }

  /** Follows the keys of a configuration that was taken. */
  follow({ clientKeys }: Pick<Desired, "clientKeys">): void {
    const settings = JSON.stringify([clientKeys, clientKeys.signingKey?.reveal()]);
    if (settings === this.#settings) return;
    this.#settings = settings;
    this.#store = openKeys(clientKeys, this.#options.configFile);
    void this.#watcher?.close();
    this.#watcher = undefined;
    if (!clientKeys.required) return;
    const folder = keyFolder(clientKeys, this.#options.configFile);
    const { log } = this.#options;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      log.error({ folder, error: String(error) }, "the folder of the client keys cannot be made");
      return;
    }
    const watcher = watchFiles(folder, [signingFile, revokedFile, "..data"], () => this.#again(), log);
    this.#watcher = watcher;
    // What changed between reading and watching.
    void watcher.ready.then(() => this.#again());
  }

  /** Reads them now, for a caller who just changed them. */
  refresh(): void {
    this.#again();
  }

  async close(): Promise<void> {
    await this.#watcher?.close();
  }

  #again(): void {
    try {
      const keys = this.#readFrom(this.#store);
      const published = JSON.stringify(keys);
      if (published === this.#published) return;
      this.#published = published;
      const { verification, revoked } = keys;
      this.#options.log.info(
        { signingKeys: verification.length, revoked: revoked.length },
        "client keys have changed",
      );
      this.#options.onChange(keys);
    } catch (error) {
      this.#options.log.error(
        { error: error instanceof Error ? error.message : String(error) },
        "the client keys cannot be read; what was known of them goes on",
      );
    }
  }

  #readFrom(store: KeyStore): PublishedKeys {
    return store.published(this.#options.clock.nowMs(), (place) =>
      this.#options.log.warn({ place }, "a line about revoked keys cannot be read, and says nothing"),
    );
  }
}
