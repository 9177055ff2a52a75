import { useNavigate, useNavigation, useSubmit } from "@remix-run/react";
import { useOneAtATime } from "../forms/use-one-at-a-time";
import { useSubmitter } from "../forms/use-submitter";
import { useShopIntl } from "../shop-intl";
import { useToast } from "../use-toast";

/** What can be done with a live coupon, for a Polaris page's actions. */
export function useCouponActions(couponId: string, isPaused: boolean) {
  const intl = useShopIntl();
  const fetcher = useSubmitter<{ message?: string }>();
  const submit = useSubmit();
  const { state } = useNavigation();
  const mayBegin = useOneAtATime(state, null);
  const navigate = useNavigate();
  useToast(fetcher.data);
  const base = `/app/coupons/${couponId}`;
  const pause = () => fetcher.submit({ paused: isPaused ? "" : "on" }, { method: "post", action: `${base}/pause` });
  const duplicate = () => {
    if (mayBegin()) submit(null, { method: "post", action: `${base}/duplicate` });
  };
  return [
    {
      content: isPaused ? intl.say("coupons.resume") : intl.say("coupons.pause"),
      onAction: pause,
      loading: fetcher.state !== "idle",
    },
    { content: intl.say("coupons.duplicate"), onAction: duplicate, disabled: state !== "idle" },
    { content: intl.say("coupons.view_sent_codes"), onAction: () => navigate(`${base}/sent`) },
    { content: intl.say("coupons.delete"), destructive: true, onAction: () => navigate(`${base}/delete`) },
  ];
}
