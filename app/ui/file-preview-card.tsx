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
import type { FilePreview, PreviewedColumn } from "~/codes/preview-code-file";
import { rejectSentence } from "~/codes/reject-reason";
import { DiscountChoice } from "./discount-choice";
import type { CodeUploadState } from "./use-code-upload";

/** Shows how a picked file would be read and what can be changed about it, before anything of it is stored. */
export function FilePreviewCard({ upload, onUpload }: { upload: CodeUploadState; onUpload: () => void }) {
  const { looked, choice, file, choose, putBack, isLooking } = upload;
  if (!looked || !file) return null;
  const { codeColumn, discounts } = looked;
  const chosen = choice.discounts ?? [];
  const isReady = codeColumn !== null && (discounts === null || chosen.length > 0);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd" breakWord>
          Is {file.name} read as you mean it?
        </Text>
        {discounts ? (
          <DiscountChoice
            groups={discounts}
            chosen={chosen}
            currency={looked.currency}
            onChange={(keys) => choose({ discounts: keys })}
          />
        ) : (
          <ColumnChoice looked={looked} choose={choose} />
        )}
        {discounts && !looked.isWhole ? (
          <Text as="p" tone="subdued">
            Only the beginning of the file was looked at. Discounts of another kind further down are not added, and
            listed in the report.
          </Text>
        ) : null}
        {looked.lines.length > 0 && !discounts ? <FirstLines looked={looked} /> : null}
        {discounts && chosen.length === 0 ? (
          <InlineError fieldID="code-file" message="Choose at least one kind of discount." />
        ) : null}
        <ButtonGroup>
          <Button variant="primary" onClick={onUpload} disabled={!isReady || isLooking}>
            Upload codes
          </Button>
          <Button onClick={putBack}>Choose another file</Button>
        </ButtonGroup>
      </BlockStack>
    </Card>
  );
}

function ColumnChoice({ looked, choose }: { looked: FilePreview; choose: CodeUploadState["choose"] }) {
  const { columns, codeColumn, hasHeading } = looked;
  const options = columns.map((column, index) => ({ value: String(index), label: nameColumn(column, index) }));
  // A column is only ever read together with what was said about the heading.
  const ask = (column: number | null, heading: boolean) => choose({ codeColumn: column, hasHeading: heading });
  return (
    <BlockStack gap="300">
      {columns.length > 1 ? (
        <Select
          label="Column with the codes"
          placeholder={codeColumn === null ? "Choose a column" : undefined}
          options={options}
          value={codeColumn === null ? "" : String(codeColumn)}
          helpText={codeColumn === null ? "No column of the file is named as the one with the codes." : undefined}
          onChange={(value) => ask(Number(value), hasHeading)}
        />
      ) : null}
      <Checkbox
        label="The first line names the columns; it is no code"
        checked={hasHeading}
        onChange={(checked) => ask(columns.length > 1 ? codeColumn : 0, checked)}
      />
    </BlockStack>
  );
}

function nameColumn({ name, example }: PreviewedColumn, index: number): string {
  const title = name === "" ? `Column ${index + 1}` : name;
  return example === "" ? `${title} (empty)` : `${title}, such as ${example}`;
}

function FirstLines({ looked }: { looked: FilePreview }) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        The first lines
      </Text>
      <Box>
        <List>
          {looked.lines.map(({ line, code, reason }) => (
            <List.Item key={line}>
              <span style={{ overflowWrap: "anywhere" }}>
                Line {line}
                {code === "" ? "" : ": "}
                <bdi>{code}</bdi>
                {reason ? `. Not added: ${rejectSentence(reason)}` : ""}
              </span>
            </List.Item>
          ))}
        </List>
      </Box>
    </BlockStack>
  );
}
