import { describe, expect, test } from "vitest";
import { requestMetadata, usageMetadata } from "../../../src/gateway/names.ts";
import { loggedRequest } from "../../../src/observe/access-log.ts";
import { retryAfterMs } from "../../../src/observe/retry-after.ts";
import { pack } from "../../../src/proto/codec.ts";
import type { MessageTypes } from "../../../src/proto/envoy-types.ts";
import { struct } from "../../../src/proto/well-known.ts";

type Common = MessageTypes["envoy.data.accesslog.v3.AccessLogCommon"];
type Usage = MessageTypes["envoy.data.ai.v3.TokenUsage"];

const nowMs = Date.UTC(2026, 10, 24, 9, 30);
const names = { requestMetadata, usageMetadata };
const ms = (milliseconds: number) => ({ nanos: milliseconds * 1_000_000 });

const usage: Usage = {
  inputTokens: { value: 21 },
  outputTokens: { value: 7 },
  inputTokenDetails: { cachedTokens: { value: 4 } },
  outputTokenDetails: { reasoningTokens: { value: 3 } },
  extractionStatus: "COMPLETE",
};

function read(more: Common = {}, told: Usage | undefined = usage, bytes = 400) {
  return loggedRequest(
    {
      commonProperties: {
        duration: ms(150),
        timeToFirstUpstreamTxByte: ms(30),
        timeToFirstUpstreamRxByte: ms(50),
        timeToLastUpstreamRxByte: ms(140),
        upstreamRequestAttemptCount: 2,
        routeName: "gpt/stream",
        customTags: { pool: "p", endpoint: "one", status: "200" },
        metadata: {
          filterMetadata: { [requestMetadata]: struct({ model: "gpt", stream: true }) },
          ...(told && {
            typedFilterMetadata: { [usageMetadata]: pack("envoy.data.ai.v3.TokenUsage", told) },
          }),
        },
        ...more,
      },
      connectionProperties: { receivedBytes: bytes, sentBytes: 5_000 },
    },
    names,
    nowMs,
  );
}

test("an entry, read", () => {
  expect(read()).toEqual({
    endpoint: "one",
    pool: "p",
    model: "gpt",
    route: "gpt/stream",
    status: 200,
    outcome: "answered",
    attempts: 2,
    streamed: true,
    firstByteMs: 20,
    responseMs: 110,
    durationMs: 150,
    requestBytes: 400,
    responseBytes: 5_000,
    usage: { prompt: 21, completion: 7, cached: 4, reasoning: 3 },
    retryAfterMs: undefined,
  });
});

test("an empty entry is of nobody", () => {
  expect(loggedRequest({}, names, nowMs)).toMatchObject({ pool: "", endpoint: "", model: "", status: 0 });
});

test.each([
  { story: "an answer", status: "200", flags: {}, outcome: "answered" },
  { story: "the client's mistake", status: "404", flags: {}, outcome: "answered" },
  { story: "429", status: "429", flags: {}, outcome: "failed" },
  { story: "503", status: "503", flags: {}, outcome: "failed" },
  { story: "no answer", status: "0", flags: {}, outcome: "failed" },
  {
    story: "an answer that broke off",
    status: "200",
    flags: { upstreamProtocolError: true },
    outcome: "failed",
  },
  { story: "no endpoint", status: "503", flags: { noHealthyUpstream: true }, outcome: "failed" },
  {
    story: "a client that left",
    status: "0",
    flags: { downstreamConnectionTermination: true },
    outcome: "left",
  },
  { story: "a client that reset", status: "200", flags: { downstreamRemoteReset: true }, outcome: "left" },
])("$story is $outcome", ({ status, flags, outcome }) => {
  expect(read({ customTags: { status }, responseFlags: flags })?.outcome).toBe(outcome);
});

describe("what cannot be is not believed", () => {
  test.each([
    { story: "a billion tokens", told: { ...usage, inputTokens: { value: 1_000_000_000 } } },
    {
      story: "figures that Envoy had to leave out",
      told: { ...usage, extractionStatus: "PARTIAL" as const },
    },
    { story: "another message in its place", told: {} },
  ])("$story", ({ told }) => {
    expect(read({}, told)).toBeUndefined();
  });

  test.each([
    { story: "a request of a week", more: { duration: { seconds: 7 * 86_400 } } },
    { story: "a time before the beginning", more: { duration: { seconds: -5 } } },
    { story: "a million attempts", more: { upstreamRequestAttemptCount: 1_000_000 } },
  ])("$story", ({ more }) => {
    expect(read(more)).toBeUndefined();
  });

  test("a body of a pebibyte", () => {
    expect(read({}, usage, 2 ** 50)).toBeUndefined();
  });

  test.each(["", "x", "99", "1e9", "-200", "200.5"])("status %j is none", (status) => {
    expect(read({ customTags: { status } })?.status).toBe(0);
  });
});

test("a usage too large for Envoy to read is one that was not told", () => {
  expect(read({}, { extractionStatus: "FAILED" })?.usage).toBeUndefined();
  expect(read({ metadata: {} })?.usage).toBeUndefined();
});

test("bytes that are no usage are not believed", () => {
  const typedFilterMetadata = {
    [usageMetadata]: { ...pack("envoy.data.ai.v3.TokenUsage", usage), value: new Uint8Array([255, 255]) },
  };
  expect(read({ metadata: { typedFilterMetadata } })).toBeUndefined();
});

test.each([
  { text: "7", waits: 7_000 },
  { text: " 1.5 ", waits: 1_500 },
  { text: "Tue, 24 Nov 2026 09:30:20 GMT", waits: 20_000 },
  { text: "Tue, 24 Nov 2026 09:29:00 GMT", waits: undefined },
  { text: "31536000", waits: 31_536_000_000 },
  { text: "0", waits: undefined },
  { text: "-5", waits: undefined },
  { text: "soon", waits: undefined },
  { text: "-", waits: undefined },
  { text: undefined, waits: undefined },
])("retry-after $text waits $waits ms", ({ text, waits }) => {
  expect(retryAfterMs(text, nowMs)).toBe(waits);
});
