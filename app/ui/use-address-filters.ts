import { useNavigation, useSearchParams } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/** Pause after the last key before a search begins, in milliseconds. */
const PAUSE_MS = 300;

/** A list's filters, kept in the page's address: they survive a reload, and Back goes to where one was. */
export interface AddressFilters {
  /** The search text as typed, ahead of the address by a moment. */
  text: string;
  type(text: string): void;
  /** Sets some filters at once and begins at the first page; null or "" takes one away. */
  set(changes: Record<string, string | null>): void;
  clear(): void;
  isLoading: boolean;
}

/** Names of what says which page one is on. */
const PLACES = ["after", "before"];

/** `names`: the filters there are; the text's is "q". Other parts of the address stay. */
export function useAddressFilters(names: readonly string[]): AddressFilters {
  const [query, setQuery] = useSearchParams();
  const navigation = useNavigation();
  const asked = query.get("q") ?? "";
  const [text, setText] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => setText(asked), [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const set = (changes: Record<string, string | null>) => {
    clearTimeout(timer.current);
    setQuery(
      (now) => {
        const next = new URLSearchParams(now);
        for (const name of PLACES) next.delete(name);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return {
    text,
    type(typed) {
      setText(typed);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => set({ q: typed.trim() }), PAUSE_MS);
    },
    set,
    clear() {
      setText("");
      set(Object.fromEntries(["q", ...names].map((name) => [name, null])));
    },
    isLoading: navigation.state === "loading",
  };
}
