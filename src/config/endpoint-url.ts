import { err, ok, type Result } from "../base/result.ts";
import type { EndpointUrl } from "../model/pool.ts";

/** What is wrong with a URL, and what to write instead. */
export interface UrlFault {
  readonly message: string;
  readonly expected?: string;
  readonly hint?: string;
}

/** The operations of the API: they are appended by us, and a URL that has one is the classic mistake. */
const operations = /\/(?:chat\/completions(?:\/stream)?|completions|embeddings|responses|models)\/?$/;

const expected = "a URL such as https://api.example.com/v1";

/** Reads an endpoint's URL. What is wrong never repeats a user name or password that the URL may hold. */
export function parseEndpointUrl(text: string): Result<EndpointUrl, UrlFault> {
  if (!URL.canParse(text)) {
    return err({
      message: `is not a URL`,
      expected,
      ...(text.includes("://") ? {} : { hint: "does it lack https://?" }),
    });
  }
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return err({ message: `has the scheme "${url.protocol.slice(0, -1)}"`, expected: "http or https" });
  }
  if (url.username !== "" || url.password !== "") {
    return err({
      message: "holds a user name or password",
      expected,
      hint: "credentials belong to the provider",
    });
  }
  if (url.search !== "" || url.hash !== "") return err({ message: "has a query or a fragment", expected });
  const operation = operations.exec(url.pathname);
  if (operation !== null) {
    const better = `${url.origin}${url.pathname.slice(0, operation.index)}`;
    return err({
      message: `contains the operation "${operation[0].replace(/\/$/, "")}"`,
      expected: "the URL that stands for the API's /v1; operations are appended to it",
      hint: `write ${better}`,
    });
  }
  if (/[\s"'\\^`{|}]|%00|\/\.\.?(?:\/|$)/.test(url.pathname))
    return err({ message: "has an unusual path", expected });
  return ok({
    scheme: url.protocol === "https:" ? "https" : "http",
    host: url.hostname.replace(/^\[|\]$/g, "").toLowerCase(),
    port: url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port),
    path: url.pathname.replace(/\/+$/, ""),
  });
}
