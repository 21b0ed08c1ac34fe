import { expect, test } from "vitest";
import { banner, type Welcome } from "../../../src/cli/banner.ts";

const welcome: Welcome = {
  gateway: "http://127.0.0.1:8080",
  admin: "http://127.0.0.1:8090",
  envoyAdmin: undefined,
  configFile: "my files/fairlead.yaml",
  logFolder: "logs",
  model: "gpt",
  keyed: false,
  demo: undefined,
  envoyCommand: undefined,
};

test("where a key is asked for, the commands make one and send it", () => {
  const said = banner({ ...welcome, keyed: true });
  expect(said).toContain("KEY=$(npx fairlead keys create --config 'my files/fairlead.yaml' --name me)");
  expect(said.match(/-H "authorization: Bearer \$KEY"/g)?.length).toBe(2);
});

test("where none is asked for, none is spoken of", () => {
  expect(banner(welcome)).not.toMatch(/KEY|authorization/);
  expect(banner(welcome).match(/curl/g)?.length).toBe(2);
});
