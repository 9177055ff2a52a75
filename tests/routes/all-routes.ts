import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

/** The part of a route module a server runs. */
interface RouteModule {
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
  run: (args: LoaderFunctionArgs) => Promise<unknown>;
}

const modules = import.meta.glob<RouteModule>(["../../app/routes/*.tsx", "../../app/routes/*/route.tsx"], {
  eager: true,
});

/** Every loader and action there is, read from app/routes/ itself, so that a new route cannot be left out. */
export const routeDoors: RouteDoor[] = Object.entries(modules).flatMap(([file, { loader, action }]) => {
  const name = file.replace(/^.*\/routes\//, "").replace(/(\/route)?\.tsx$/, "");
  const segments = name.split(".").filter((segment) => !segment.startsWith("_"));
  const path = `/${segments.map((segment) => segment.replace(/_$/, "").replace(/^\$/, ":")).join("/")}`;
  const params = segments.filter((segment) => /^\$./.test(segment)).map((segment) => segment.slice(1));
  const door = { path, params };
  return [
    ...(loader
      ? [
          {
            ...door,
            name: `loader of ${name}`,
            method: "GET" as const,
            run: async (a: LoaderFunctionArgs) => loader(a),
          },
        ]
      : []),
    ...(action
      ? [
          {
            ...door,
            name: `action of ${name}`,
            method: "POST" as const,
            run: async (a: LoaderFunctionArgs) => action(a),
          },
        ]
      : []),
  ];
});
