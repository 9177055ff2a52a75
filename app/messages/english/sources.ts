/** Where engagements come from. */
export const sourcesMessages = {
  "sources.title": "Sources",
  "sources.connected": "Connected",
  "sources.not_connected": "Not connected",
  "sources.last_received": "Last received: {moment}",
  "sources.turned_away":
    "{count, plural, one {# delivery was} other {# deliveries were}} turned away because the signature did not match. Check that the same token or secret stands on both sides.",
  "sources.turned_away_last":
    "{count, plural, one {# delivery was} other {# deliveries were}} turned away because the signature did not match, the last on {moment}. Check that the same token or secret stands on both sides.",
  "sources.problems":
    "{count, plural, one {# event} other {# events}} of the last 14 days could not be read. The last one came on {moment}: {reason}",
  "sources.run_again": "Run again",
  "sources.are_read_again": "{count, plural, one {# event is} other {# events are}} read again",
  "shopify_source.title": "Shopify",
  "shopify_source.explanation": "Paid orders arrive by themselves.",
  "judgeme_source.title": "Judge.me reviews",
  "judgeme_source.copy_token":
    "In Judge.me, open Settings, then Integrations, then View API tokens. Copy the private token.",
  "judgeme_source.paste_token": "Paste it below and save.",
  "judgeme_source.add_webhook":
    "In Judge.me, add the webhook URL below for new and changed reviews (review/created and review/updated).",
  "judgeme_source.token": "Private token",
  "judgeme_source.token_is_saved": "Saved; paste a new one to replace it",
  "judgeme_source.token_help": "It proves that a review really comes from Judge.me.",
  "judgeme_source.save_token": "Save token",
  "judgeme_source.token_missing": "Paste the private API token from Judge.me.",
  "judgeme_source.token_malformed":
    "This is not a Judge.me token: it is 8 to 200 letters, digits and signs without spaces.",
  "judgeme_source.replace": "Replace the saved token?",
  "judgeme_source.replace_text":
    "Reviews must then be signed with the new token. The old one is accepted for one more hour. If the new token is wrong, no reviews arrive.",
  "judgeme_source.replace_action": "Replace token",
  "judgeme_source.saved": "Judge.me token saved",
  "judgeme_source.url": "Webhook URL for Judge.me",
  "judgeme_source.waiting": "Token saved; waiting for the first review",
  "events_source.title": "Other apps and systems",
  "events_source.nothing_received": "Nothing received yet",
  "events_source.explanation":
    "Another review app or a system of your own can tell Laurel what shoppers do. Give the address and the secret to whoever looks after it. You need nothing here for Shopify or Judge.me.",
  "events_source.url": "Events URL",
  "events_source.secret": "Signing secret",
  "events_source.show_secret": "Show signing secret",
  "events_source.secret_is_new": "This is the new secret. Put it into every system that sends events.",
  "events_source.old_secret": "The secret before this one is accepted until {moment}.",
  "events_source.new_secret": "Make a new secret",
  "events_source.rotate": "Make a new secret?",
  "events_source.rotate_text":
    "Put the new secret into every system that sends events. The old one is accepted for one more hour; after that, events signed with it are turned away.",
  "events_source.rotate_action": "Make it now",
  "events_source.rotated": "New secret made",
  "events_source.for_developers": "For developers",
  "events_source.contract":
    "Events API: post each engagement as JSON to the events URL, signed as <signing>Standard Webhooks</signing> describes. The <schema>JSON Schema</schema> says what an event contains.",
} as const;
