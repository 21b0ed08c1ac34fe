import fc from "fast-check";
import { expect, test } from "vitest";
import { resource } from "../../src/proto/resource.ts";
import { typeUrl } from "../../src/proto/type-url.ts";
import { ResourceStore } from "../../src/snapshot/resource-store.ts";
import { type Flavour, ModelClient, type Step } from "./model-client.ts";

/*
 * For any history of changes, subscriptions, acknowledgements, refusals, full transports and reconnects:
 * once everything is answered, a client has what the store has of what it asked for, in both dialects;
 * what it refuses stays as it accepted it last and withholds nothing else; nothing is sent to a stream
 * that has it; and no response names a resource twice. (The last two are asserted as responses arrive.)
 */

const names = ["a", "b", "c", "d"] as const;
const { clusterLoadAssignment: endpoints, cluster } = typeUrl;

const anyName = fc.constantFrom(...names);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("put" as const), name: anyName, content: fc.nat(4) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("take" as const), name: anyName }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("subscribe" as const, "unsubscribe" as const),
      name: anyName,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "pump" as const,
        "answer" as const,
        "answer" as const,
        "reconnect" as const,
        "full" as const,
        "drain" as const,
        "wait" as const,
      ),
    }),
  },
);

const flavour: fc.Arbitrary<Flavour> = fc.record({
  namesTheBad: fc.boolean(),
  takesTheGood: fc.boolean(),
});

const runs = { numRuns: 600 };

test.each(["sotw", "delta"] as const)(
  "endpoints by name over %s: the client has what it asked for",
  (dialect) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 50 }), flavour, (steps, how) => {
        const store = startingStore();
        const client = new ModelClient({ dialect, type: endpoints, wildcard: false, store, how });
        for (const one of steps) take(store, client, one);
        client.settle();
        expect(client.has()).toEqual(client.shouldHave());
      }),
      runs,
    );
  },
);

test.each(["sotw", "delta"] as const)("clusters by wildcard over %s: the client has the store", (dialect) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), flavour, (steps, how) => {
      const store = startingStore();
      // Where a response is everything Envoy takes what is good of one that it refuses.
      const takesTheGood = dialect === "sotw" || how.takesTheGood;
      const client = new ModelClient({
        dialect,
        type: cluster,
        wildcard: true,
        store,
        how: { ...how, takesTheGood },
      });
      for (const one of steps) take(store, client, one);
      client.settle();
      expect(client.has()).toEqual(client.shouldHave());
    }),
    runs,
  );
});

test("the same history leaves a client of either dialect with the same", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const store = startingStore();
      const how = { namesTheBad: true, takesTheGood: true };
      const clients = (["sotw", "delta"] as const).map(
        (dialect) => new ModelClient({ dialect, type: cluster, wildcard: true, store, how }),
      );
      for (const one of steps) {
        change(store, one);
        for (const client of clients) client.take(one);
      }
      for (const client of clients) client.settle();
      const good = clients.map((client) => client.hasGood());
      expect(good[0]).toEqual(good[1]);
    }),
    runs,
  );
});

test("what is put again is no change: nothing is sent", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const store = startingStore();
      const how = { namesTheBad: true, takesTheGood: true };
      const client = new ModelClient({ dialect: "delta", type: cluster, wildcard: true, store, how });
      for (const one of steps) take(store, client, one);
      client.settle();
      store.set([...store.types].flatMap((type) => [...type.all()]));
      expect(client.pump()).toBe(0);
    }),
    runs,
  );
});

function startingStore(): ResourceStore {
  const store = new ResourceStore();
  store.update({ upsert: [made(cluster, "always", 1), made(endpoints, "always", 1)] });
  return store;
}

function take(store: ResourceStore, client: ModelClient, one: Step): void {
  change(store, one);
  client.take(one);
}

function change(store: ResourceStore, one: Step): void {
  if (one.kind === "put") {
    store.update({ upsert: [made(cluster, one.name, one.content), made(endpoints, one.name, one.content)] });
  }
  if (one.kind === "take") {
    store.update({ remove: [cluster, endpoints].map((type) => ({ typeUrl: type, name: one.name })) });
  }
}

/** Content 4 is what every client refuses (`model-client.ts`). */
function made(type: string, name: string, content: number) {
  if (type === cluster) {
    return resource("envoy.config.cluster.v3.Cluster", name, { name, connectTimeout: { seconds: content } });
  }
  return resource("envoy.config.endpoint.v3.ClusterLoadAssignment", name, {
    clusterName: name,
    policy: { overprovisioningFactor: { value: content } },
  });
}
