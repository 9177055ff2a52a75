import { type Sentence, sentence } from "~/messages/sentence";
import { checkTemplate } from "./check-template";
import { LONGEST_SUBJECT } from "./longest-subject";

/** What is to be said beside each field of the thank-you email that cannot be saved as it is. */
export type DraftErrors = {
  subject?: Sentence;
  body?: Sentence;
};

/** Problems named at once; more would bury the field. */
const MOST_NAMED = 5;

/** All that keeps a subject and a body from being saved, with the body's lines; empty where both can be. */
export function checkDraft({ subject, body }: { subject: string; body: string }): DraftErrors {
  const errors: DraftErrors = {};
  const [ofSubject, ofBody] = [problemOf("subject", subject), problemOf("body", body)];
  if (ofSubject) errors.subject = ofSubject;
  if (ofBody) errors.body = ofBody;
  return errors;
}

function problemOf(field: "subject" | "body", source: string): Sentence | null {
  if (source.trim() === "") {
    return sentence(field === "subject" ? "thank_you_check.no_subject" : "thank_you_check.no_body");
  }
  if (field === "subject" && source.length > LONGEST_SUBJECT) {
    return sentence("thank_you_check.long_subject", { most: LONGEST_SUBJECT });
  }
  const check = checkTemplate(source);
  if (check.outcome === "valid") return null;
  const problems = check.problems.map(({ line, message }) =>
    field === "subject" ? message : sentence("thank_you_check.on_line", { line, problem: message }),
  );
  return problems.slice(0, MOST_NAMED).reduce((first, next) => sentence("thank_you_check.and", { first, next }));
}
