import { Outlet } from "@remix-run/react";

/** Every Remix app has one; no page is asked for here. */
export default function App() {
  return <Outlet />;
}
