/** What stands in the mails themselves. */
export const emailsMessages = {
  "thank_you_mail.your_code": "Your code",
  "thank_you_mail.valid_until": "Valid until {day}",
  "thank_you_mail.sent_by": "Sent to you by {shop}",
  "default_mail.subject": "Thank you — here is your coupon",
  "default_mail.somebody": "there",
  "default_mail.body": `Hi {name},

Thank you for being part of {shop}. The coupon above is for you: enter the code at checkout.

See you soon,
{shop}`,
  "test_mail.subject": "[Test] {subject}",
  "codes_reminder.subject":
    "{left, plural, =0 {No codes left for “{coupon}”} one {# code left for “{coupon}”} other {# codes left for “{coupon}”}}",
  "codes_reminder.left": "Codes left: {count, number}",
  "codes_reminder.promised": "Promised, not sent yet: {count, number}",
  "codes_reminder.waiting": "Waiting for a code: {count, number}",
  "codes_reminder.given": "Given in the last 14 days: {count, number}",
  "codes_reminder.lasts": "Lasts at this pace: {days, plural, =0 {less than a day} one {# day} other {# days}}",
  "codes_reminder.running_low": "Add codes before they run out, so that no shopper has to wait.",
  "codes_reminder.fallback": "Until you add codes, shoppers get the code you chose for this case.",
  "codes_reminder.rewards_wait": "Rewards wait until you add codes, and then go out by themselves, oldest first.",
  "codes_reminder.add_codes": "Add codes",
  "codes_reminder.footer":
    "Sent by Laurel. You get this once each time the codes run low, and once when none is left. Turn it off on the coupon’s page.",
} as const;
