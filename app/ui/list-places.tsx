import { useLocation } from "@remix-run/react";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { type ListAddress, readListPlace } from "./list-place";

const Places = createContext<ReadonlyMap<ListAddress, string>>(new Map());

/** Remembers, while the app is open, how each list was looked at last; Home is where one begins anew. */
export function ListPlaces({ children }: { children: ReactNode }) {
  const [places] = useState(() => new Map<ListAddress, string>());
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (pathname === "/app") places.clear();
    const place = readListPlace(pathname, search);
    if (place) places.set(place.list, place.address);
  }, [places, pathname, search]);
  return <Places.Provider value={places}>{children}</Places.Provider>;
}

/** Where a page leads back to: its list with the filters and the page one came from; `otherwise` where one did not come from it. */
export function useWayBack(list: ListAddress, otherwise: string = list): string {
  return useContext(Places).get(list) ?? otherwise;
}
