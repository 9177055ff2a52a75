import { useFetcher } from "@remix-run/react";
import { useOneAtATime } from "./use-one-at-a-time";

/** A Remix fetcher whose `submit` does nothing while what it submitted before is under way: a double click saves once. */
export function useSubmitter<Answer>(options?: { key?: string }) {
  const fetcher = useFetcher<Answer>(options);
  const mayBegin = useOneAtATime(fetcher.state, fetcher.data);
  const submit: typeof fetcher.submit = (...sent) => {
    if (mayBegin()) fetcher.submit(...sent);
  };
  return { ...fetcher, submit };
}
