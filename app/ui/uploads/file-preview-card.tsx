import {
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Card,
  Checkbox,
  InlineError,
  List,
  Select,
  Text,
} from "@shopify/polaris";
import type { FilePreview, PreviewedColumn } from "~/codes/files/preview-code-file";
import { rejectSentence } from "~/codes/reject-reason";
import type { ShopIntl } from "~/messages/shop-intl";
import { ProblemInView } from "../forms/problem-in-view";
import { useShopIntl } from "../shop-intl";
import { DiscountChoice } from "./discount-choice";
import type { CodeUploadState } from "./use-code-upload";

/**
 * Shows how a picked file would be read and what can be changed about it, before anything of it is stored. `isForgotten`: the
 * merchant wanted to go on without having uploaded it.
 */
export function FilePreviewCard(props: { upload: CodeUploadState; isForgotten: boolean; onUpload: () => void }) {
  const { upload, isForgotten, onUpload } = props;
  const intl = useShopIntl();
  const { looked, choice, file, choose, putBack, isLooking } = upload;
  if (!looked || !file) return null;
  const { codeColumn, discounts } = looked;
  const chosen = choice.discounts ?? [];
  const isReady = codeColumn !== null && (discounts === null || chosen.length > 0);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd" breakWord>
          {intl.say("codes.read_as_you_mean", { file: file.name })}
        </Text>
        {discounts ? (
          <DiscountChoice groups={discounts} chosen={chosen} onChange={(keys) => choose({ discounts: keys })} />
        ) : (
          <ColumnChoice looked={looked} choose={choose} />
        )}
        {discounts && !looked.isWhole ? (
          <Text as="p" tone="subdued">
            {intl.say("codes.only_the_beginning")}
          </Text>
        ) : null}
        {looked.lines.length > 0 && !discounts ? <FirstLines looked={looked} /> : null}
        {discounts && chosen.length === 0 ? (
          <InlineError fieldID="code-file" message={intl.say("codes.choose_a_discount")} />
        ) : null}
        {isForgotten ? (
          <ProblemInView fieldId="code-file" message={intl.say("codes.not_uploaded", { file: file.name })} />
        ) : null}
        <ButtonGroup>
          <Button variant="primary" onClick={onUpload} disabled={!isReady || isLooking}>
            {intl.say("codes.upload_codes")}
          </Button>
          <Button onClick={putBack}>{intl.say("codes.remove_file")}</Button>
        </ButtonGroup>
      </BlockStack>
    </Card>
  );
}

function ColumnChoice({ looked, choose }: { looked: FilePreview; choose: CodeUploadState["choose"] }) {
  const intl = useShopIntl();
  const { columns, codeColumn, hasHeading } = looked;
  const options = columns.map((column, index) => ({ value: String(index), label: nameColumn(intl, column, index) }));
  // A column is only ever read together with what was said about the heading.
  const ask = (column: number | null, heading: boolean) => choose({ codeColumn: column, hasHeading: heading });
  return (
    <BlockStack gap="300">
      {columns.length > 1 ? (
        <Select
          label={intl.say("codes.code_column")}
          placeholder={codeColumn === null ? intl.say("codes.choose_a_column") : undefined}
          options={options}
          value={codeColumn === null ? "" : String(codeColumn)}
          helpText={codeColumn === null ? intl.say("codes.no_column_named") : undefined}
          onChange={(value) => ask(Number(value), hasHeading)}
        />
      ) : null}
      <Checkbox
        label={intl.say("codes.first_line_is_heading")}
        checked={hasHeading}
        onChange={(checked) => ask(columns.length > 1 ? codeColumn : 0, checked)}
      />
    </BlockStack>
  );
}

function nameColumn(intl: ShopIntl, { name, example }: PreviewedColumn, index: number): string {
  const title = name === "" ? intl.say("codes.column_number", { number: index + 1 }) : name;
  return example === ""
    ? intl.say("codes.column_empty", { title })
    : intl.say("codes.column_such_as", { title, example });
}

function FirstLines({ looked }: { looked: FilePreview }) {
  const intl = useShopIntl();
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {intl.say("codes.first_lines")}
      </Text>
      <Box>
        <List>
          {looked.lines.map(({ line, code, reason }) => (
            <List.Item key={line}>
              <span style={{ overflowWrap: "anywhere" }}>
                {code === "" ? intl.say("codes.line", { line }) : intl.say("codes.line_with", { line, code })}
                {reason ? ` ${intl.say("codes.line_not_added", { reason: rejectSentence(reason) })}` : ""}
              </span>
            </List.Item>
          ))}
        </List>
      </Box>
    </BlockStack>
  );
}
