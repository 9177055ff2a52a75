import { useFetcher, useNavigate, useSubmit } from "@remix-run/react";
import { useToast } from "./use-toast";

/** What can be done with a live coupon, for a Polaris page's actions. */
export function useCouponActions(couponId: string, isPaused: boolean) {
  const fetcher = useFetcher<{ message?: string }>();
  const submit = useSubmit();
  const navigate = useNavigate();
  useToast(fetcher.data);
  const base = `/app/coupons/${couponId}`;
  const pause = () => fetcher.submit({ paused: isPaused ? "" : "on" }, { method: "post", action: `${base}/pause` });
  return [
    { content: isPaused ? "Resume" : "Pause", onAction: pause, loading: fetcher.state !== "idle" },
    { content: "Duplicate", onAction: () => submit(null, { method: "post", action: `${base}/duplicate` }) },
    { content: "View sent codes", onAction: () => navigate(`${base}/sent`) },
    { content: "Delete", destructive: true, onAction: () => navigate(`${base}/delete`) },
  ];
}
