import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";

/** Shows a short confirmation each time an answer with a `message` arrives. Problems belong next to their field instead. */
export function useToast(answer: { message?: string } | undefined): void {
  const shopify = useAppBridge();
  useEffect(() => {
    if (answer?.message) shopify.toast.show(answer.message);
  }, [shopify, answer]);
}
