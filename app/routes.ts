import { flatRoutes } from "@remix-run/fs-routes";

/** The pages: one for each file or folder in app/routes/, tests apart. */
export default flatRoutes({ ignoredRouteFiles: ["**/*.test.{ts,tsx}"] });
