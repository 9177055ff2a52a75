import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { mustRun } from "./child.mjs";
import { root, say } from "./root.mjs";
import { filesUnder, hashOf, isDone, markDone, setupFile } from "./stamp.mjs";

/** The folder holds the schema of the one version in use, as admin_<version>.json.gz. */
const [adminSchema] = filesUnder(["vendor/shopify-admin-api"], (file) => file.endsWith(".json.gz"));

/** Writes the Prisma client to app/platform/generated/ when the schema has changed. */
export async function ensurePrismaClient() {
  const hash = hashOf(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  if (isDone("prisma", hash, ["app/platform/generated/client.ts"])) return;
  say("generating the Prisma client");
  await mustRun(
    "prisma generate",
    process.execPath,
    ["node_modules/prisma/build/index.js", "generate"],
    withoutEngine(),
  );
  markDone("prisma", hash);
}

/**
 * Checks every `#graphql` document under app/ against the Admin API schema and writes its types to
 * app/shopify/generated/, when a document has changed. Throws with file and line of what the schema does not know.
 */
export async function ensureGraphqlTypes() {
  const hash = hashOf([
    ...graphqlFiles(),
    "codegen.ts",
    adminSchema,
    "node_modules/@shopify/api-codegen-preset/package.json",
  ]);
  if (isDone("graphql", hash, ["app/shopify/generated/admin.types.d.ts"])) return;
  say("checking GraphQL operations and generating their types");
  writeFileSync(setupFile("admin.schema.json"), gunzipSync(readFileSync(join(root, adminSchema))));
  const cli = "node_modules/@graphql-codegen/cli/cjs/bin.js";
  await mustRun("GraphQL code generation", process.execPath, [cli, "--config", "codegen.ts"]);
  markDone("graphql", hash);
}

function graphqlFiles() {
  const isSource = (file) => /\.tsx?$/.test(file) && !file.includes("/generated/");
  return filesUnder(["app"], isSource).filter((file) => readFileSync(join(root, file), "utf8").includes("#graphql"));
}

/** Prisma wants its schema engine at hand even for `generate`, which never starts it: any program will do. */
function withoutEngine() {
  return { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
}
