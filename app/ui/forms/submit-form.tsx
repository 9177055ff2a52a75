import { Form, type FormProps, useActionData, useNavigation } from "@remix-run/react";
import { useOneAtATime } from "./use-one-at-a-time";

interface SubmitFormProps extends Omit<FormProps, "onSubmit"> {
  /** Asked before it is submitted: true where it must not be; who says so shows why. */
  isHeldBack?: () => boolean;
}

/** A Remix form that is submitted once, however often its button is pressed before the answer is there. */
export function SubmitForm({ isHeldBack, ...props }: SubmitFormProps) {
  const mayBegin = useOneAtATime(useNavigation().state, useActionData());
  return (
    <Form
      {...props}
      onSubmit={(event) => {
        if (isHeldBack?.() || !mayBegin()) event.preventDefault();
      }}
    />
  );
}
