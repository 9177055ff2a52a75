import { useBeforeUnload, useBlocker } from "@remix-run/react";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { useCallback, useEffect, useRef } from "react";
import { useShopIntl } from "../shop-intl";

/** Shopify's save bar: there while a form has unsaved changes. Leaving or reloading the page then asks first. */
export function PageSaveBar(props: {
  id: string;
  isDirty: boolean;
  isSaving: boolean;
  onSave: () => void;
  onDiscard: () => void;
}) {
  const { id, isDirty, isSaving, onSave, onDiscard } = props;
  const intl = useShopIntl();
  const shopify = useAppBridge();
  useEffect(() => {
    if (isDirty) shopify.saveBar.show(id);
    else shopify.saveBar.hide(id);
  }, [shopify, id, isDirty]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useBeforeUnload(
    useCallback(
      (event) => {
        if (isDirty) event.preventDefault();
      },
      [isDirty],
    ),
  );
  const askedFor = useRef<unknown>(null);
  useEffect(() => {
    if (blocker.state !== "blocked" || askedFor.current === blocker.location) return;
    askedFor.current = blocker.location;
    // Shopify asks; the promise stays open where the merchant goes on editing.
    shopify.saveBar.leaveConfirmation().then(blocker.proceed);
  }, [shopify, blocker]);
  return (
    <SaveBar id={id}>
      <button type="button" variant="primary" onClick={onSave} disabled={isSaving}>
        {intl.say("save_bar.save")}
      </button>
      <button type="button" onClick={onDiscard} disabled={isSaving}>
        {intl.say("save_bar.discard")}
      </button>
    </SaveBar>
  );
}
