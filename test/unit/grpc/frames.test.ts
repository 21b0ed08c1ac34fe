import { expect, test } from "vitest";
import { Deframer, frame } from "../../../src/grpc/frames.ts";

test("messages come out whole, wherever the bytes are cut", () => {
  const messages = ["", "a", "a longer message"].map((text) => Buffer.from(text));
  const bytes = Buffer.concat(messages.map((message) => frame(message)));
  for (let size = 1; size <= bytes.length; size += 1) {
    const deframer = new Deframer(100);
    const heard: string[] = [];
    for (let at = 0; at < bytes.length; at += size) {
      expect(
        deframer.take(bytes.subarray(at, at + size), (one) => heard.push(one.toString())),
      ).toBeUndefined();
    }
    expect(heard).toEqual(["", "a", "a longer message"]);
  }
});

test.each([
  { story: "compressed", bytes: Buffer.from([1, 0, 0, 0, 0]), error: { kind: "compressed" } },
  { story: "too long", bytes: Buffer.from([0, 0, 0, 1, 0]), error: { kind: "too-long", bytes: 256 } },
])("what is $story is refused by its prefix", ({ bytes, error }) => {
  expect(new Deframer(100).take(bytes, () => {})).toEqual(error);
});
