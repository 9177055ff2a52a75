import { Form, type FormProps, useActionData, useNavigation } from "@remix-run/react";
import { useOneAtATime } from "./use-one-at-a-time";

/** A Remix form that is submitted once, however often its button is pressed before the answer is there. */
export function SubmitForm(props: Omit<FormProps, "onSubmit">) {
  const mayBegin = useOneAtATime(useNavigation().state, useActionData());
  return (
    <Form
      {...props}
      onSubmit={(event) => {
        if (!mayBegin()) event.preventDefault();
      }}
    />
  );
}
