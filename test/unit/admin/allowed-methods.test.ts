import { expect, test } from "vitest";
import { allowedMethods } from "../../../src/admin/allowed-methods.ts";

const routes = [
  { method: "GET", url: "/pools" },
  { method: "HEAD", url: "/pools" },
  { method: "GET", url: "/pools/:pool" },
  { method: "PATCH", url: "/pools/:pool/endpoints/:id" },
  { method: "GET", url: "/docs/" },
  { method: "GET", url: "/docs/static/*" },
];

test.each([
  { path: "/pools", methods: ["GET", "HEAD"] },
  { path: "/pools/", methods: [] },
  { path: "/pools/a%2Fb", methods: ["GET"] },
  { path: "/pools/a/b", methods: [] },
  { path: "/pools/a/endpoints/1", methods: ["PATCH"] },
  { path: "/pools/a/endpoints", methods: [] },
  { path: "/pools/a/endpoints/1/more", methods: [] },
  { path: "/docs/", methods: ["GET"] },
  { path: "/docs/static/a/b.css", methods: ["GET"] },
  { path: "/", methods: [] },
  { path: "*", methods: [] },
])("$path knows $methods", ({ path, methods }) => {
  expect(allowedMethods(routes, path)).toEqual(methods);
});
