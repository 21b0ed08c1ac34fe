import type { Path } from "./path.ts";
import type { Reading } from "./reading.ts";

export function checkName(reading: Reading, path: Path, name: string): void {
  if (name === "" || name.length > 253 || /\p{Cc}|\p{Cf}|\p{Cs}/u.test(name)) {
    reading.fault({
      path,
      atKey: true,
      message: "the name is empty, too long or holds control characters",
      expected: "1 to 253 visible characters",
    });
  }
}
