import { readFileSync } from "node:fs";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

/** What of a route module is looked at: the part a server runs, and whether it is a page. */
interface RouteModule {
  default?: unknown;
  loader?: (args: LoaderFunctionArgs) => unknown;
  action?: (args: ActionFunctionArgs) => unknown;
}

/** One door of the app: a route's loader or action, and the path it answers. */
export interface RouteDoor {
  /** "action of app.coupons.$couponId.delete", for messages. */
  name: string;
  /** "/app/coupons/:couponId/delete". */
  path: string;
  params: string[];
  method: "GET" | "POST";
  /** The `intent`s an action tells apart. */
  intents: string[];
  run: (args: LoaderFunctionArgs) => Promise<unknown>;
}

const modules = import.meta.glob<RouteModule>(["../../app/routes/*.tsx", "../../app/routes/*/route.tsx"], {
  eager: true,
});

/** Every loader and action there is, read from app/routes/ itself, so that a new route cannot be left out. */
export const routeDoors: RouteDoor[] = Object.entries(modules).flatMap(([file, { loader, action }]) => {
  const { name, segments, path } = placeOf(file);
  const params = segments.filter((segment) => /^\$./.test(segment)).map((segment) => segment.slice(1));
  const intents = intentsIn(readFileSync(new URL(file, import.meta.url), "utf8"));
  const door = { path, params, intents };
  const get = loader && { ...door, name: `loader of ${name}`, method: "GET" as const, run: runner(loader) };
  const post = action && { ...door, name: `action of ${name}`, method: "POST" as const, run: runner(action) };
  return [get, post].filter((one) => one !== undefined);
});

/** The paths at which there is a page to look at. */
export const pagePaths = Object.entries(modules).flatMap(([file, route]) =>
  route.default ? [placeOf(file).path] : [],
);

function placeOf(file: string): { name: string; segments: string[]; path: string } {
  const name = file.replace(/^.*\/routes\//, "").replace(/(\/route)?\.tsx$/, "");
  const segments = name.split(".").filter((segment) => !segment.startsWith("_"));
  const path = `/${segments.map((segment) => segment.replace(/_$/, "").replace(/^\$/, ":")).join("/")}`;
  return { name, segments, path };
}

/** The cases of an action's `switch (intent)`, which stand one level in. */
function intentsIn(source: string): string[] {
  const [, cases = ""] = source.split(/switch \((?:fields\.)?intent\)/);
  return [...cases.matchAll(/^ {4}case "([\w-]+)":/gm)].map(([, intent]) => intent ?? "");
}

function runner(run: (args: LoaderFunctionArgs) => unknown): RouteDoor["run"] {
  return async (args) => run(args);
}
