import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Pause between two looks, in milliseconds. */
const EVERY_MS = 5000;

/** Loads a page's data again while it is looked at, for pages that show what happens elsewhere. */
export function useFreshData(): void {
  const { state, revalidate } = useRevalidator();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible" && state === "idle") revalidate();
    };
    const timer = setInterval(look, EVERY_MS);
    window.addEventListener("focus", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", look);
    };
  }, [state, revalidate]);
}
