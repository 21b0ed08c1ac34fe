import type { KeyAdmin } from "../admin/context.ts";
import { Refusal } from "../admin/problem-document.ts";
import { KeyStoreError } from "../keys/key-store.ts";
import type { FollowedKeys } from "./followed-keys.ts";

/** The keys as the admin API works with them. What a person has to mend about their files is told to the client. */
export function keyAdmin(keys: () => FollowedKeys, nowMs: () => number): KeyAdmin {
  return {
    create: (asked) => told(() => keys().store.create(asked, nowMs())),
    async *list() {
      try {
        yield* keys().store.list();
      } catch (error) {
        throw refusalOf(error);
      }
    },
    find: (id) =>
      keys()
        .store.find(id)
        .catch((error: unknown) => Promise.reject(refusalOf(error))),
    async revoke(id) {
      const key = await keys()
        .store.revoke(id, nowMs())
        .catch((error: unknown) => {
          throw refusalOf(error);
        });
      keys().refresh();
      return key;
    },
  };
}

function told<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  return error instanceof KeyStoreError ? new Refusal("keys-unavailable", error.message) : error;
}
