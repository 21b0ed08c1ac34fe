import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { type Recorder, startRecorder } from "./harness/recorder.ts";
import { until } from "./harness/wait.ts";

let fleet: Fleet;
let backend: Recorder;

beforeAll(async () => {
  backend = await startRecorder((response, { url }) => {
    if (url?.includes("/silent/") === true) return;
    response.writeHead(200, { "content-type": "text/event-stream" });
    const timer = setInterval(() => response.write("data: {}\n\n"), 20);
    response.once("close", () => clearInterval(timer));
  });
  fleet = await Fleet.start({
    backends: 0,
    yaml: () => `
healthCheck: { interval: 60s }
pools:
  silent: { endpoints: [{ url: "http://127.0.0.1:${backend.port}/silent" }] }
  drips: { endpoints: [{ url: "http://127.0.0.1:${backend.port}/drips" }] }`,
  });
});

afterAll(async () => {
  await fleet?.close();
  await backend?.[Symbol.asyncDispose]();
});

test.each([
  { story: "before the answer begins", pool: "silent", stream: false, how: "end" },
  { story: "in the middle of a stream", pool: "drips", stream: true, how: "end" },
  { story: "in the middle of a stream, with a reset", pool: "drips", stream: true, how: "reset" },
] as const)(
  "a client leaves $story ($how): the backend's request ends within a second, and is not tried again",
  async ({ pool, stream, how }) => {
    backend.seen.length = 0;
    let goneMs = 0;
    backend.onGone = () => {
      goneMs = performance.now();
    };
    const socket = connect(fleet.places.gateway, "127.0.0.1");
    const body = JSON.stringify({ model: pool, stream });
    socket.write(
      `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    let heard = "";
    socket.setEncoding("utf8").on("data", (text: string) => {
      heard += text;
    });
    await until(
      "the backend is at work",
      () => backend.seen.length === 1 && (!stream || heard.includes("data")),
    );
    const leftMs = performance.now();
    if (how === "end") socket.destroy();
    else socket.resetAndDestroy();
    await until("the backend's request ends", () => goneMs > 0);
    expect(goneMs - leftMs).toBeLessThan(1_000);
    expect(backend.seen.length).toBe(1);
  },
);
