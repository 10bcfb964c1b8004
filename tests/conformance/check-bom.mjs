// usage: node check-bom.mjs FILE: validates a CycloneDX 1.6 document with the official schemas, in strict mode.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import addIriFormats from 'ajv-formats-draft2019';

const library = path.dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json'));
const schema = name => JSON.parse(readFileSync(path.join(library, 'res/schema', `${name}.SNAPSHOT.schema.json`), 'utf8'));

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
addIriFormats(ajv);
ajv.addSchema(schema('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json');
ajv.addSchema(schema('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json');
const validate = ajv.compile(schema('bom-1.6'));
if (!validate(JSON.parse(readFileSync(process.argv[2], 'utf8')))) {
  for (const error of validate.errors) console.error(`${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
  process.exit(1);
}
