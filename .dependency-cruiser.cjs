/**
 * The order of the house: a module imports only from modules before it. A coupon travels from left to right, and whole
 * steps are strung together only at the three doors, which come last.
 */
const modules = [
  "platform",
  "messages",
  "shopify",
  "engagements",
  "coupons",
  "codes",
  "emails",
  "rewards",
  "insights",
  "compliance",
  "ui",
];
const doors = ["intake", "routes", "jobs"];
const order = [...modules, ...doors];

const onlyEarlierModules = order.slice(0, -1).map((module, index) => ({
  name: `${module}-imports-only-earlier-modules`,
  severity: "error",
  from: { path: `^app/${module}/` },
  to: { path: `^app/(${order.slice(index + 1).join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...onlyEarlierModules,
    {
      name: "modules-have-a-place-in-the-order",
      severity: "error",
      from: { path: "^app/[^/]+/", pathNot: `^app/(${order.join("|")})/` },
      to: {},
    },
    {
      name: "app-knows-nothing-of-its-surroundings",
      comment: "bench/, devstore/ and tests/ may import app/, never the other way round.",
      severity: "error",
      from: { path: "^(app/|server\\.ts$)", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(bench|devstore|tests|scripts)/" },
    },
    {
      name: "core-imports-no-shell",
      comment: "A file of rules may name a shell's types; running it is for shells and doors.",
      severity: "error",
      from: { path: `^app/(${modules.join("|")})/`, pathNot: ["\\.server\\.tsx?$", "\\.test\\.tsx?$"] },
      to: { path: "^app/.*\\.server\\.tsx?$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-module-reaches-back-to-the-top",
      severity: "error",
      from: { path: `^app/(${order.join("|")})/` },
      to: { path: "^(app/[^/]+\\.tsx?|server\\.ts)$", pathNot: "\\.d\\.ts$" },
    },
    {
      name: "chaos-expects-without-asking-the-app",
      comment: "What a chaos run must lead to is generated and judged without one line of the code under attack.",
      severity: "error",
      from: { path: "^tests/chaos/(world|delivery|check)/" },
      to: { path: "^app/", reachable: true },
    },
    { name: "no-circular-imports", severity: "error", from: {}, to: { circular: true } },
    {
      name: "the-app-uses-no-development-packages",
      comment: "app/routes.ts is read by the build alone, and the tests beside the code do not ship.",
      severity: "error",
      from: { path: "^app/", pathNot: ["\\.test\\.tsx?$", "^app/routes\\.ts$"] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    includeOnly: { path: "^(app|bench|devstore|tests|scripts)/|^server\\.ts$|^node_modules/" },
    exclude: { path: "(^|/)generated/internal/|^app/platform/generated/models" },
    doNotFollow: { path: ["node_modules", "app/(platform|shopify)/generated"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
    progress: { type: "none" },
  },
};
