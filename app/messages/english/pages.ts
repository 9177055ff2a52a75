/** The app's frame, and pages for what went wrong. */
export const pagesMessages = {
  "times_note.zone": "Times are in {zone}.",
  "shopper.erased": "Erased",
  "download.broke_off": "The download broke off. Nothing was changed; try it again.",
  "navigation.coupons": "Coupons",
  "navigation.sent_codes": "Sent codes",
  "navigation.activity": "Activity",
  "navigation.thank_you_email": "Thank-you email",
  "navigation.sources": "Sources",
  "navigation.settings": "Settings",
  "error_page.not_found": "Page not found",
  "error_page.not_found_text": "The coupon or page may have been deleted, or the address is not complete.",
  "error_page.coupon_deleted": "Coupon deleted",
  "error_page.coupon_deleted_text":
    "This coupon was deleted, perhaps in another tab or by somebody else. Nothing you typed here was saved.",
  "error_page.coupon_created": "This coupon is already created",
  "error_page.coupon_created_text":
    "It was created before, perhaps in another tab, and stands among your coupons. Its settings can be changed there; nothing you typed here was saved.",
  "error_page.form_too_large": "Too much text",
  "error_page.form_too_large_text":
    "What was sent is larger than 1 MB, so nothing was saved. Go back, shorten the text, and save again.",
  "error_page.session_ended": "Your session has ended",
  "error_page.session_ended_text":
    "Shopify does not vouch for you any more, so nothing was saved. What you typed is kept in this window: sign in to Shopify again, perhaps in another tab, and try again here.",
  "error_page.failed": "Something went wrong",
  "error_page.failed_text":
    "Laurel could not show this page. Nothing you saved is lost, and coupons go on being sent. Try again; if it keeps happening, wait a few minutes.",
  "error_page.go_home": "Go to Home",
  "error_page.go_to_coupons": "Go to Coupons",
  "error_page.try_again": "Try again",
  "plain_page.not_found": "Page not found",
  "plain_page.not_found_text":
    "There is nothing at this address. Laurel works inside your Shopify admin: choose Apps, then Laurel.",
  "plain_page.failed": "Something went wrong",
  "plain_page.failed_text": "Laurel could not show this page. Please try again.",
  "plain_page.open_from_shopify": "Open Laurel from Shopify",
  "plain_page.open_from_shopify_text":
    "Laurel works inside your Shopify admin. Open it there: choose Apps, then Laurel.",
  "copy_field.copy": "Copy",
  "copy_field.copy_value": "Copy {value}",
  "copy_field.copied": "Copied",
  "copy_field.selected": "Selected; copy it with your keyboard",
  "save_bar.save": "Save",
  "save_bar.discard": "Discard",
  "leave_guard.title": "Leave this step?",
  "leave_guard.text": "What you typed on this step is not saved yet. “Next” and “Back” save it.",
  "leave_guard.leave": "Leave",
  "leave_guard.stay": "Stay",
} as const;
