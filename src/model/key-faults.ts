interface Described {
  readonly name: string;
  readonly team: string | undefined;
  readonly models: readonly string[];
}

interface KeyFault {
  readonly path: "name" | "team" | "models";
  readonly message: string;
}

/** Written as JSON. A token of more than 4 KiB is one that Envoy does not remember, and checks each time. */
const modelsLongest = 2_048;

/** All that is wrong with what a key is to say. It goes into every request's token, so it is short. */
export function keyFaults({ name, team, models }: Described): readonly KeyFault[] {
  const tooLong = JSON.stringify(models).length > modelsLongest;
  return [
    ...textFaults("name", name),
    ...(team === undefined ? [] : textFaults("team", team)),
    ...(models.length === 0 ? [{ path: "models", message: "names no model" } as const] : []),
    ...(models.some((model) => model === "")
      ? [{ path: "models", message: "has an empty name" } as const]
      : []),
    ...(tooLong ? [{ path: "models", message: `is longer than ${modelsLongest} characters` } as const] : []),
  ];
}

function textFaults(path: "name" | "team", text: string): readonly KeyFault[] {
  // What ends up in logs and headers has no line breaks and other control characters.
  return /^[^\p{Cc}]{1,128}$/u.test(text)
    ? []
    : [{ path, message: "must be 1 to 128 characters, none of them a control character" }];
}
