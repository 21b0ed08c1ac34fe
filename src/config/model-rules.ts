import type { RoutingChoice, RoutingRule, Target } from "../model/llm-model.ts";
import { starsIn, type WrittenModel } from "./check-model.ts";
import { didYouMean } from "./closest.ts";
import type { Path } from "./path.ts";
import type { Reading } from "./reading.ts";

/** Of one model, all members followed: each is a route in Envoy, for every operation twice. */
const mostRules = 200;
/** Of one rule: each is a cluster of its own in Envoy. */
const mostChoices = 64;
/** Envoy adds the weights of a route up in 32 bits. */
const weightSumMax = 2 ** 32 - 1;

/** Follows the members of models to their pools. What cannot be followed is told once, where it is written. */
export class ModelRules {
  readonly #reading: Reading;
  readonly #models: Readonly<Record<string, WrittenModel>>;
  /** As a member of another model; undefined while it is being followed. */
  readonly #followed = new Map<string, readonly RoutingRule[] | undefined>();
  readonly #trail: string[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#models = reading.file.models ?? {};
  }

  /** Empty when something is wrong with it, which is told then. */
  of(name: string): readonly RoutingRule[] {
    const model = this.#models[name];
    if (model === undefined) return [];
    const asMember = this.#member(name);
    // The backend of a member reads the member's name, and that of the model itself what the client wrote.
    return model.pool === undefined && model.split === undefined
      ? asMember
      : this.#own(name, model, undefined);
  }

  #member(name: string): readonly RoutingRule[] {
    const known = this.#followed.get(name);
    if (known !== undefined) return known;
    const model = this.#models[name];
    if (model === undefined) return [];
    this.#followed.set(name, undefined);
    this.#trail.push(name);
    const rules = this.#own(name, model, name);
    this.#trail.pop();
    this.#followed.set(name, rules);
    return rules;
  }

  #own(name: string, model: WrittenModel, readAs: string | undefined): readonly RoutingRule[] {
    const path = ["models", name];
    if (model.pool !== undefined) {
      const chain = [{ pool: model.pool, upstreamModel: model.upstreamModel ?? readAs }];
      return [{ headers: [], choices: [{ weight: 1, chain }] }];
    }
    if (model.split !== undefined) return [{ headers: [], choices: choicesOf(model.split, readAs) }];
    if (model.fallback !== undefined) return this.#fallback([...path, "fallback"], model.fallback);
    if (model.match !== undefined) return this.#match([...path, "match"], model.match);
    return [];
  }

  #match(path: Path, match: NonNullable<WrittenModel["match"]>): readonly RoutingRule[] {
    const rules = match.flatMap(({ header = {}, model }, index) => {
      const headers = Object.entries(header).map(([name, value]) => ({ name: name.toLowerCase(), value }));
      return this.#reference([...path, index, "model"], model).map((rule) => ({
        ...rule,
        headers: [...headers, ...rule.headers],
      }));
    });
    return this.#bounded(path, rules);
  }

  #fallback(path: Path, members: readonly string[]): readonly RoutingRule[] {
    let rules: readonly RoutingRule[] | undefined;
    for (const [index, member] of members.entries()) {
      const at = [...path, index];
      const next = this.#reference(at, member);
      if (next.length === 0) continue;
      if (rules === undefined) rules = next;
      else {
        this.#checkReach(at, rules, next);
        rules = this.#bounded(
          path,
          rules.flatMap((rule) => next.map((other) => after(rule, other))),
        );
      }
    }
    return rules ?? [];
  }

  #reference(path: Path, name: string): readonly RoutingRule[] {
    const written = this.#reading.around.writtenNames.models ?? [];
    if (!written.includes(name)) {
      const pool = this.#reading.around.writtenNames.pools.includes(name);
      const hint = pool
        ? `"${name}" is a pool: add a model for it`
        : (didYouMean(name, written) ?? "add it under `models`");
      this.#reading.fault({ path, message: `there is no model "${name}"`, hint });
      return [];
    }
    if (starsIn(name) > 0) {
      this.#reading.fault({ path, message: "stands for many models", expected: "the name of one" });
      return [];
    }
    if (this.#followed.has(name) && this.#followed.get(name) === undefined) {
      const circle = [...this.#trail.slice(this.#trail.indexOf(name)), name].join(" → ");
      this.#reading.fault({ path, message: `goes round in a circle: ${circle}`, hint: "name another model" });
      return [];
    }
    return this.#member(name);
  }

  /** A pool that failed is not asked again under another name, and one that is asked already adds nothing. */
  #checkReach(path: Path, before: readonly RoutingRule[], next: readonly RoutingRule[]): void {
    const known = new Map(targetsOf(before).map((target) => [target.pool, target.upstreamModel]));
    const added = targetsOf(next);
    const clash = added.find(
      ({ pool, upstreamModel }) => known.has(pool) && known.get(pool) !== upstreamModel,
    );
    if (clash !== undefined) {
      const message = `leads to the pool "${clash.pool}" again, under another model name`;
      const hint = "a fallback goes to another pool: write a second pool with these endpoints";
      this.#reading.fault({ path, message, hint });
    } else if (added.every(({ pool }) => known.has(pool))) {
      const message = "is never reached: every pool that it leads to comes earlier";
      this.#reading.fault({ path, message, hint: "remove it" });
    }
  }

  #bounded(path: Path, rules: readonly RoutingRule[]): readonly RoutingRule[] {
    const choices = Math.max(0, ...rules.map((rule) => rule.choices.length));
    if (rules.length <= mostRules && choices <= mostChoices) {
      const sums = rules.map((rule) => rule.choices.reduce((sum, { weight }) => sum + weight, 0));
      if (sums.every((sum) => sum <= weightSumMax)) return rules;
      const message = `the weights, multiplied along the members, add up to more than ${weightSumMax}`;
      this.#reading.fault({ path, message, hint: "use smaller weights" });
      return [];
    }
    const message = `comes to ${rules.length} combinations of headers and ${choices} of pools, all members followed`;
    const expected = `at most ${mostRules} and ${mostChoices}`;
    this.#reading.fault({ path, message, expected });
    return [];
  }
}

/** A share goes to its own pool, and to the others, the largest first, while that one cannot serve. */
function choicesOf(
  split: NonNullable<WrittenModel["split"]>,
  readAs: string | undefined,
): readonly RoutingChoice[] {
  const shares = Object.entries(split).map(([pool, share]) => {
    const { weight, upstreamModel } = typeof share === "number" ? { weight: share } : share;
    return { weight, target: { pool, upstreamModel: upstreamModel ?? readAs } };
  });
  const byWeight = shares.toSorted((a, b) => b.weight - a.weight);
  return shares.map((share) => ({
    weight: share.weight,
    chain: [share, ...byWeight.filter((other) => other !== share)].map(({ target }) => target),
  }));
}

/** Requests that fit both, to the pools of the one and then to those of the other. */
function after(one: RoutingRule, other: RoutingRule): RoutingRule {
  return {
    headers: [...one.headers, ...other.headers],
    choices: one.choices.flatMap((first) =>
      other.choices.map((second) => ({
        weight: first.weight * second.weight,
        chain: [
          ...first.chain,
          ...second.chain.filter(({ pool }) => !first.chain.some((known) => known.pool === pool)),
        ],
      })),
    ),
  };
}

function targetsOf(rules: readonly RoutingRule[]): readonly Target[] {
  return rules.flatMap(({ choices }) => choices.flatMap(({ chain }) => chain));
}
