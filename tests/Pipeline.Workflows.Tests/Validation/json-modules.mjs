// The official packages import JSON without the attribute that Node.js demands.
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';

register(import.meta.url);

export async function load(url, context, next) {
  if (!url.endsWith('.json')) return next(url, context);
  const text = await readFile(new URL(url), 'utf8');
  return { format: 'module', shortCircuit: true, source: `export default ${text}` };
}
