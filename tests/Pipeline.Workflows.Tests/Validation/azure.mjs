// Prints what the official language service says of pipelines, a line each. Arguments: the schema, then files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { getLanguageService, parseYAML } = {
  ...require('azure-pipelines-language-service'),
  parseYAML: require('azure-pipelines-language-service/lib/parser/yamlParser').parse,
};
const { TextDocument } = require('vscode-languageserver-textdocument');

const [schema, ...files] = process.argv.slice(2);
const address = pathToFileURL(schema).href;
const service = getLanguageService(
  async () => JSON.parse(readFileSync(schema, 'utf8')),
  [],
  async () => address,
);
service.configure({ validate: true, schemas: [] });
for (const file of files) {
  const content = readFileSync(file, 'utf8');
  const document = TextDocument.create(pathToFileURL(file).href, 'yaml', 1, content);
  const problems = await service.doValidation(document, parseYAML(content));
  for (const problem of problems) console.log(`${file}:${problem.range.start.line + 1}: language service: ${problem.message}`);
}
