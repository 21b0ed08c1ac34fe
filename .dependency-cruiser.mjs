/** The table of rooms (docs/architecture.md), as a rule the machine checks: who may import whom. */
const rooms = {
  base: [],
  proto: ["base"],
  model: ["base"],
  config: ["base", "model"],
  facts: ["base", "model"],
  decide: ["base", "model", "facts"],
  gateway: ["base", "model", "decide", "proto"],
  translate: ["base", "model", "decide", "proto", "gateway"],
  snapshot: ["base", "proto"],
  grpc: ["base"],
  xds: ["base", "snapshot", "proto", "grpc"],
  observe: ["base", "model", "facts", "proto"],
  keys: ["base", "model"],
  admin: ["base", "model", "facts", "decide", "snapshot"],
  runtime: [
    "base",
    "proto",
    "model",
    "config",
    "facts",
    "decide",
    "gateway",
    "translate",
    "snapshot",
    "grpc",
    "xds",
    "observe",
    "keys",
    "admin",
  ],
  launch: ["base"],
  demo: ["base"],
};

const imports = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports-only-its-neighbours`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "^src/", pathNot: `^src/(${[room, ...allowed].join("|")})/` },
}));

export default {
  forbidden: [
    ...imports,
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "pure-rooms-import-no-package",
      comment: "model, facts, decide, gateway and translate are ours alone: values in, values out",
      severity: "error",
      from: { path: "^src/(base|model|facts|decide|gateway|translate)/" },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "core", "npm-no-pkg"] },
    },
    {
      name: "a-package-enters-in-one-room",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/proto/" },
      to: { path: "node_modules/(@grpc|protobufjs)/" },
    },
    {
      name: "src-never-imports-tests",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts)/" },
    },
    { name: "everything-resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
    },
  },
};
