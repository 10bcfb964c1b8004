// usage: node check-bundle.mjs BUNDLE PUBLIC-KEY: verifies a Sigstore bundle with a key and without a log entry, and prints its payload.
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bundleFromJSON } from '@sigstore/bundle';
import { Verifier, toSignedEntity, toTrustMaterial } from '@sigstore/verify';

const bundle = bundleFromJSON(JSON.parse(readFileSync(process.argv[2], 'utf8')));
const key = createPublicKey(readFileSync(process.argv[3]));
const keys = hint => ({ publicKey: key, validFor: () => true, hint });
const trust = toTrustMaterial({ certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [] }, keys);
const options = { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 };
new Verifier(trust, options).verify(toSignedEntity(bundle));
process.stdout.write(bundle.content.dsseEnvelope.payload);
