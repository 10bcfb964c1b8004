// Prints documents as JSON, one per line, as YAML 1.2 and as YAML 1.1. Reads a JSON array of texts from standard input.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

for (const text of JSON.parse(readFileSync(0, 'utf8')))
  for (const version of ['1.2', '1.1']) console.log(JSON.stringify(parse(text, { version, merge: false, maxAliasCount: 0 })));
