import { checkTemplate } from "./check-template";
import { LONGEST_SUBJECT } from "./longest-subject";

/** A sentence or more for each field of the thank-you email that cannot be saved as it is. */
export type DraftErrors = {
  subject?: string;
  body?: string;
};

/** Problems named at once; more would bury the field. */
const MOST_NAMED = 5;

/** All that keeps a subject and a body from being saved, with the body's lines; empty where both can be. */
export function checkDraft({ subject, body }: { subject: string; body: string }): DraftErrors {
  return { ...problemOf("subject", subject), ...problemOf("body", body) };
}

function problemOf(field: "subject" | "body", source: string): DraftErrors {
  if (source.trim() === "") {
    return { [field]: field === "subject" ? "Enter a subject line." : "Enter what the email says." };
  }
  if (field === "subject" && source.length > LONGEST_SUBJECT) {
    return { subject: `The subject line can have at most ${LONGEST_SUBJECT} characters.` };
  }
  const check = checkTemplate(source);
  if (check.outcome === "valid") return {};
  const sentences = check.problems.map(({ line, message }) =>
    field === "subject" ? message : `Line ${line}: ${message}`,
  );
  return { [field]: sentences.slice(0, MOST_NAMED).join(" ") };
}
