import type { MessageTypes } from "../proto/envoy-types.ts";
import { answer, onlyWith, refusal } from "./direct-answers.ts";
import { ownModels } from "./own-models.ts";

type Route = MessageTypes["envoy.config.route.v3.Route"];

const list = "/v1/models";

/**
 * `GET /v1/models` and `GET /v1/models/{id}`, both answered by Envoy itself.
 *
 * @param byKey whether the list has only what the caller's key may use
 */
export function modelPages(names: readonly string[], byKey: boolean): readonly Route[] {
  const entries = names.map(modelObject);
  return [
    onlyWith("GET", list),
    {
      match: { path: list },
      ...answer({ object: "list", data: entries }),
      ...(byKey ? ownModels(entries) : {}),
    },
    onlyWith("GET", `${list}/`),
    ...names.map((name) => ({ match: pathOf(name), ...answer(modelObject(name)) })),
    { match: { prefix: `${list}/` }, ...refusal(404, "The model of %PATH(NQ:PATH):300% does not exist") },
  ];
}

/** As OpenAI's; when a model was made, nobody knows here. */
function modelObject(id: string) {
  return { id, object: "model", created: 0, owned_by: "fairlead" };
}

/**
 * Clients write a name as it is or percent-encoded, some of its characters or all; Envoy compares paths as
 * they are written. A name of plain characters is one path, any other is a pattern with both forms of each.
 */
function pathOf(name: string): Route["match"] {
  if (/^[\w.~-]+$/.test(name)) return { path: `${list}/${name}` };
  const pattern = [...name].map(eitherForm).join("");
  return { safeRegex: { regex: `${list.replaceAll("/", "\\/")}\\/${pattern}` } };
}

function eitherForm(character: string): string {
  if (/[A-Za-z0-9]/.test(character)) return character;
  const encoded = [...Buffer.from(character, "utf8")]
    .map((byte) => `%${[...byte.toString(16).padStart(2, "0")].map(eitherCase).join("")}`)
    .join("");
  // Only these may stand in a path as they are.
  return /[\w\-.~!$&'()*+,;=:@/]/.test(character) ? `(?:\\x{${hex(character)}}|${encoded})` : encoded;
}

function eitherCase(digit: string): string {
  return /\d/.test(digit) ? digit : `[${digit}${digit.toUpperCase()}]`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16);
}
